namespace Trame.Engines.Sortition;

/// <summary>A lottery over valid panels, with its proof, or why there is none.</summary>
public sealed record SortitionResult
{
    /// <summary>The rule that was applied.</summary>
    public required SelectionRule Rule { get; init; }

    /// <summary>Panels and their probabilities, of sum 1, the likeliest first; empty when the quotas contradict each other or nothing was found in time.</summary>
    public required IReadOnlyList<WeightedPanel> Panels { get; init; }

    /// <summary>Each person's probability, in the order of the pool: the sum of the panels they are in.</summary>
    public required IReadOnlyList<double> Probabilities { get; init; }

    /// <summary>Whether the lottery is proved to be an optimum of the rule: leximin up to 2e-9 per person, Nash up to 1e-6, the smallest probability of maximin up to a ten-millionth of itself.</summary>
    public required bool Optimal { get; init; }

    /// <summary>The smallest probability, those already selected left out.</summary>
    public required double Minimum { get; init; }

    /// <summary>No lottery over valid panels has a smallest probability above this (under the cap).</summary>
    public required double MinimumBound { get; init; }

    /// <summary>How far from the best possible: for leximin and maximin, the share of <see cref="MinimumBound"/> that <see cref="Minimum"/> misses; for Nash, one less the ratio of geometric means.</summary>
    public required double Gap { get; init; }

    /// <summary>Kinds of interchangeable people, rounds of the search, inequalities that had to be added: what the search had to do.</summary>
    public required SortitionEffort Effort { get; init; }

    /// <summary>Contradictory quotas, or null.</summary>
    public Infeasibility? Infeasible { get; init; }

    /// <inheritdoc cref="Draw(IReadOnlyList{WeightedPanel}, DrawStream)"/>
    public WeightedPanel Draw(DrawStream chance) => Draw(Panels, chance);

    /// <summary>The panel that a stream of chance draws: the first one whose cumulated probability exceeds a uniform number of [0, 1).</summary>
    public static WeightedPanel Draw(IReadOnlyList<WeightedPanel> panels, DrawStream chance)
    {
        var at = chance.Unit();
        foreach (var panel in panels)
            if ((at -= panel.Probability) < 0) return panel;
        return panels[^1];
    }
}
