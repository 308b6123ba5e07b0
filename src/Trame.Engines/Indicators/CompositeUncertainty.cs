namespace Trame.Engines.Indicators;

/// <summary>What other choices would have given.</summary>
public sealed record CompositeUncertainty
{
    /// <summary>How often the index was computed to make the intervals.</summary>
    public required int Runs { get; init; }

    /// <summary>Whether every combination of choices was computed, so that nothing depends on a draw.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>One per unit of the data; null for one that never gets a score.</summary>
    public required IReadOnlyList<RankInterval?> Units { get; init; }

    /// <summary>Mean distance, in ranks, between a run and the index as the spec makes it (Saisana, Saltelli and Tarantola 2005).</summary>
    public required double MeanShift { get; init; }

    /// <summary>What of the variance of that distance comes from each choice.</summary>
    public required IReadOnlyList<ChoiceEffect> Choices { get; init; }
}
