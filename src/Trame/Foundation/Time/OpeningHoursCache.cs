using System.Collections.Concurrent;

namespace Trame.Foundation.Time;

/// <summary>Parsed hours by their text: a register repeats the same few thousand texts. Bounded and thread-safe.</summary>
/// <param name="capacity">Texts kept; when full, the older half is forgotten (a refill costs microseconds per text, a finer policy costs a lock per read).</param>
public sealed class OpeningHoursCache(int capacity = 20_000)
{
    /// <summary>The one of the house: every room reads the same register.</summary>
    public static readonly OpeningHoursCache Shared = new();

    private readonly Lock _turning = new();
    private ConcurrentDictionary<string, ParseResult<OpeningHours>> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, ParseResult<OpeningHours>> _old = new(StringComparer.Ordinal);
    private int _added;

    /// <summary>Texts kept at this moment.</summary>
    public int Count => _young.Count + _old.Count;

    public ParseResult<OpeningHours> Get(string text)
    {
        if (_young.TryGetValue(text, out var known)) return known;
        if (!_old.TryGetValue(text, out var parsed)) parsed = OpeningHours.Parse(text);
        if (_young.TryAdd(text, parsed) && Interlocked.Increment(ref _added) > capacity / 2) Turn();
        return parsed;
    }

    private void Turn()
    {
        lock (_turning)
        {
            if (_added <= capacity / 2) return;
            _old = _young;
            _young = new(StringComparer.Ordinal);
            _added = 0;
        }
    }
}
