using System.Collections.Concurrent;
using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Foundation.Spaces;

/// <summary>What is remembered of each space between requests: its settings and whatever a room computes from slow data. Forgotten when something is saved.</summary>
public sealed class SpaceMemory(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30); // another process may have written meanwhile
    private static readonly Duration SavesRemembered = Duration.FromMinutes(10);

    private readonly ConcurrentDictionary<(string Slug, string What), Kept> _kept = new();
    private readonly ConcurrentDictionary<(string Slug, string What), SemaphoreSlim> _making = new();
    private readonly ConcurrentDictionary<string, long> _saves = new(); // how many each space has seen: what was made before one does not survive it
    private readonly ConcurrentDictionary<(string Slug, Guid Person), Instant> _lastSaves = new();

    /// <param name="From">A clock that is set back must not prolong what was true later.</param>
    private sealed record Kept(object Value, DateTimeOffset From, DateTimeOffset Until, long Saves, bool Lingers);

    public Task<SpaceSettings> Settings(Space space, TrameDb db, CancellationToken stop) => Keep(space, "settings", () => SpaceSettings.Read(db, stop));

    /// <summary>Gives what is remembered, or makes it once however many ask at the same time.</summary>
    /// <param name="lingers">It can still be had by <see cref="Last{T}"/> after a save.</param>
    public async Task<T> Keep<T>(Space space, string what, Func<Task<T>> make, TimeSpan? howLong = null, bool lingers = false) where T : notnull
    {
        var key = (space.Slug, what);
        if (Remembered<T>(key) is { } known) return known;
        var gate = _making.GetOrAdd(key, static _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync();
        try
        {
            if (Remembered<T>(key) is { } made) return made;
            var saves = Saves(space.Slug); // a save that comes while this is made must be seen by the next who asks
            var value = await make();
            var now = clock.GetUtcNow();
            _kept[key] = new Kept(value, now, now + (howLong ?? Longest), saves, lingers);
            return value;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>What is true at this minute (what is open, for instance): made once for all who ask before the next begins.</summary>
    public Task<T> KeepThisMinute<T>(Space space, string what, Func<Task<T>> make) where T : notnull =>
        Keep(space, what, make, TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (clock.GetUtcNow().Ticks % TimeSpan.TicksPerMinute)));

    /// <summary>What was remembered last, even if something was saved or much time has passed since; for what takes longer to make than a page may.</summary>
    public T? Last<T>(Space space, string what) where T : class => _kept.TryGetValue((space.Slug, what), out var kept) ? (T)kept.Value : null;

    /// <summary>Did this person save something after that moment (or at it)? They must see it at once, whatever others are shown.</summary>
    public bool HasSavedSince(Space space, Guid? person, Instant moment) =>
        person is { } one && _lastSaves.TryGetValue((space.Slug, one), out var last) && last >= moment;

    public void Forget(string slug, Guid? by = null)
    {
        _saves.AddOrUpdate(slug, 1, static (_, saves) => saves + 1);
        foreach (var (key, _) in _kept.Where(k => k.Key.Slug == slug && !k.Value.Lingers)) _kept.TryRemove(key, out _);
        if (by is not { } person) return;
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        _lastSaves[(slug, person)] = now;
        foreach (var (key, _) in _lastSaves.Where(s => s.Value < now - SavesRemembered)) _lastSaves.TryRemove(key, out _);
    }

    private long Saves(string slug) => _saves.GetValueOrDefault(slug);

    private T? Remembered<T>((string Slug, string What) key) where T : notnull =>
        _kept.TryGetValue(key, out var kept) && clock.GetUtcNow() is var now && kept.From <= now && now < kept.Until && kept.Saves == Saves(key.Slug) ? (T)kept.Value : default;
}
