using Trame.Engines.Optimization;

namespace Trame.Engines.Secrecy;

/// <summary>How secondary suppression works.</summary>
public sealed record SuppressionOptions
{
    /// <summary>What readers must not know of a sensitive figure a: their interval contains a (1 ± this), and in a table of counts at least one more and one less. In (0, 1].</summary>
    public double Protection { get; init; } = 0.10;

    /// <summary>What to lose least of.</summary>
    public SuppressionObjective Objective { get; init; }

    /// <summary>Time; when it ends the best protected pattern is given. Without it the answer depends on the table only.</summary>
    public SolveLimits Limits { get; init; } = SolveLimits.None;

    /// <summary>Tables of at most this many cells are solved to the optimum; larger ones by cubes, each protection with its certificate.</summary>
    public int ExactCells { get; init; } = 2500;
}
