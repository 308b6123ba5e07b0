namespace Trame.Engines.Sortition;

/// <summary>How to look for the lottery.</summary>
public sealed record SortitionOptions
{
    /// <summary>The rule.</summary>
    public SelectionRule Rule { get; init; } = SelectionRule.Leximin;

    /// <summary>Nobody's probability above this, in (0, 1]: what someone can gain by lying about themselves is bounded. 1: no cap. Not for <see cref="SelectionRule.Legacy"/>.</summary>
    public double Cap { get; init; } = 1;

    /// <summary>The best lottery found by then is the answer, with its gap; null: no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Seed of the runs of <see cref="SelectionRule.Legacy"/>; the other rules use no chance.</summary>
    public string Seed { get; init; } = "";

    /// <summary>Number of runs of <see cref="SelectionRule.Legacy"/> that make its lottery.</summary>
    public int LegacyRuns { get; init; } = 1000;
}
