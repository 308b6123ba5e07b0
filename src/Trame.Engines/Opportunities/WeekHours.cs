using System.Numerics;

namespace Trame.Engines.Opportunities;

/// <summary>Hours of a recurring week, from Monday 0 h (0) to Sunday 23 h (167).</summary>
public readonly record struct WeekHours
{
    /// <summary>Hours in a week.</summary>
    public const int Count = 168;

    private readonly ulong _a, _b, _c;

    private WeekHours(ulong a, ulong b, ulong c) => (_a, _b, _c) = (a, b, c);

    /// <summary>Every hour.</summary>
    public static WeekHours Always { get; } = Of(0, Count);

    /// <summary>Consecutive hours.</summary>
    /// <param name="start">First hour, in [0, 168).</param>
    /// <param name="hours">How many, at least 1, not past Sunday midnight.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the week.</exception>
    public static WeekHours Of(int start, int hours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(hours, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Count - hours);
        var (a, b, c) = (0UL, 0UL, 0UL);
        for (var h = start; h < start + hours; h++)
            if (h < 64) a |= 1UL << h; else if (h < 128) b |= 1UL << (h - 64); else c |= 1UL << (h - 128);
        return new(a, b, c);
    }

    /// <summary>No hour at all.</summary>
    public bool IsEmpty => (_a | _b | _c) == 0;

    /// <summary>How many hours.</summary>
    public int Hours => BitOperations.PopCount(_a) + BitOperations.PopCount(_b) + BitOperations.PopCount(_c);

    /// <summary>Hours of either.</summary>
    public WeekHours With(WeekHours other) => new(_a | other._a, _b | other._b, _c | other._c);

    /// <summary>Hours of both.</summary>
    public WeekHours And(WeekHours other) => new(_a & other._a, _b & other._b, _c & other._c);

    /// <summary>Hours of this one and not of the other.</summary>
    public WeekHours Without(WeekHours other) => new(_a & ~other._a, _b & ~other._b, _c & ~other._c);

    /// <summary>Whether all hours of the other are here.</summary>
    public bool Holds(WeekHours other) => ((other._a & ~_a) | (other._b & ~_b) | (other._c & ~_c)) == 0;

    /// <summary>Whether an hour is in both.</summary>
    public bool Meets(WeekHours other) => ((other._a & _a) | (other._b & _b) | (other._c & _c)) != 0;

    /// <summary>First hours from which so many consecutive hours are free, within one day.</summary>
    public IEnumerable<int> Starts(int hours)
    {
        for (var h = 0; h + hours <= Count; h++)
            if (h / 24 == (h + hours - 1) / 24 && Has(h) && Holds(Of(h, hours))) yield return h;
    }

    private bool Has(int hour) => ((hour < 64 ? _a >> hour : hour < 128 ? _b >> (hour - 64) : _c >> (hour - 128)) & 1) != 0;
}
