namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Choices of the robust method.</summary>
/// <param name="Seed">Same votes and same seed, same result.</param>
public sealed record RobustOptions(ulong Seed = 1)
{
    /// <summary>Groups at most.</summary>
    public int MostGroups { get; init; } = 5;

    /// <summary>Sweeps over the votes at most.</summary>
    public int Sweeps { get; init; } = 40;

    /// <summary>Votes from which a person is placed in a group (as the reference).</summary>
    public int VotesToPlace { get; init; } = 7;

    /// <summary>Probability from which a person is placed in a group.</summary>
    public double LeastProbability { get; init; } = 0.6;

    /// <summary>Adjusted Rand index under which groups are not told.</summary>
    public double LeastStability { get; init; } = 0.5;

    /// <summary>Largest p of the comparison with one public.</summary>
    public double LargestP { get; init; } = 0.05;

    /// <summary>Margin over one public, in standard deviations, from which groups are clear.</summary>
    public double LeastMargin { get; init; } = 2;

    /// <summary>Expected share of false ones among statements told representative.</summary>
    public double FalseDiscovery { get; init; } = 0.05;

    /// <summary>Statements told in each list at most.</summary>
    public int Shown { get; init; } = 10;
}
