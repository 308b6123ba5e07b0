using System.Collections.Concurrent;
using Trame.Foundation.Data;

namespace Trame.Foundation.Spaces;

/// <summary>What is remembered of each space between requests: its settings and whatever a room computes from slow data. Forgotten when something is saved.</summary>
public sealed class SpaceMemory(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30); // another process may have written meanwhile

    private readonly ConcurrentDictionary<(string Slug, string What), (object Value, DateTimeOffset Until)> _kept = new();
    private readonly ConcurrentDictionary<(string Slug, string What), SemaphoreSlim> _making = new();

    public Task<SpaceSettings> Settings(Space space, TrameDb db, CancellationToken stop) => Keep(space, "settings", () => SpaceSettings.Read(db, stop));

    /// <summary>Gives what is remembered, or makes it once however many ask at the same time.</summary>
    public async Task<T> Keep<T>(Space space, string what, Func<Task<T>> make, TimeSpan? howLong = null) where T : notnull
    {
        var key = (space.Slug, what);
        if (Remembered<T>(key) is { } known) return known;
        var gate = _making.GetOrAdd(key, static _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync();
        try
        {
            if (Remembered<T>(key) is { } made) return made;
            var value = await make();
            _kept[key] = (value, clock.GetUtcNow() + (howLong ?? Longest));
            return value;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Forget(string slug)
    {
        foreach (var key in _kept.Keys.Where(k => k.Slug == slug)) _kept.TryRemove(key, out _);
    }

    private T? Remembered<T>((string, string) key) where T : notnull =>
        _kept.TryGetValue(key, out var kept) && kept.Until > clock.GetUtcNow() ? (T)kept.Value : default;
}
