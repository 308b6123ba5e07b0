namespace Trame.Engines.Indicators.Costs;

/// <summary>An estimate of avoided costs: a law, never one number.</summary>
public sealed record AvoidedCostEstimate
{
    /// <summary>What is avoided less what is spent.</summary>
    public required AmountSpread Net { get; init; }

    /// <summary>All that is avoided or gained.</summary>
    public required AmountSpread Avoided { get; init; }

    /// <summary>All that is spent.</summary>
    public required AmountSpread Spent { get; init; }

    /// <summary>Share of the draws in which the net is above 0.</summary>
    public required double ChanceOfGain { get; init; }

    /// <summary>What each hypothesis does, the one that does the most first.</summary>
    public required IReadOnlyList<HypothesisEffect> Tornado { get; init; }
}
