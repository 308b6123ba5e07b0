namespace Trame.Engines.Mixing;

/// <summary>From how much on mixing is measured, and how sure.</summary>
public sealed record MixingOptions
{
    /// <summary>Fewest open moments with at least two declared people.</summary>
    public int FewestMoments { get; init; } = 5;

    /// <summary>Fewest attendances of a group: below, its figures are neither measured nor to be published (R5).</summary>
    public int FewestPeople { get; init; } = 11;

    /// <summary>Draws with replacement for the intervals, and deals at random for the null; at least 19.</summary>
    public int Draws { get; init; } = 999;

    /// <summary>Share of the draws inside an interval, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Same table, options and seed, same figures.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(FewestMoments, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(FewestPeople, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Draws, 19);
        if (Confidence is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(Confidence));
    }
}
