namespace Trame.Engines.Indicators;

/// <summary>An index, what made it, and how much it owes to the choices.</summary>
public sealed record CompositeResult
{
    /// <summary>One per unit of the data, in its order.</summary>
    public required IReadOnlyList<UnitScore> Units { get; init; }

    /// <summary>One per indicator of the spec.</summary>
    public required IReadOnlyList<IndicatorReport> Indicators { get; init; }

    /// <summary>One per group of the spec.</summary>
    public required IReadOnlyList<GroupReport> Groups { get; init; }

    /// <summary>Share of the variance held by the first component of what is put together last, when weights come from it.</summary>
    public double? ExplainedShare { get; init; }

    /// <summary>The order of a non-compensatory index, with its proof or its bound; units by their number.</summary>
    public PairwiseOrder? Order { get; init; }

    /// <summary>What other choices would have given; null when none was asked.</summary>
    public CompositeUncertainty? Uncertainty { get; init; }
}
