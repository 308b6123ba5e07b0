namespace Trame.Engines.OpinionMap.Robust;

/// <summary>What speaks for groups, or against.</summary>
/// <param name="Answer">What can be said.</param>
/// <param name="Groups">Number of groups examined: those that are told, or the most stable that were refused; 1 when one public explains the votes best.</param>
/// <param name="Rand">Mean adjusted Rand index with the groups found when people are drawn again; 1 is always the same.</param>
/// <param name="Jaccard">The same for each group: mean best Jaccard index, in the order of groups.</param>
/// <param name="P">Share of draws from one public that gain as much from groups or more, for the shape of public that comes nearest; 1 when not computed.</param>
/// <param name="Margin">By how many standard deviations of its draws the votes gain more, for the shape that comes nearest; 0 when not computed.</param>
/// <param name="Separation">Distance between the two nearest groups, in spreads inside groups.</param>
public sealed record GroupEvidence(GroupAnswer Answer, int Groups, double Rand, IReadOnlyList<double> Jaccard, double P, double Margin, double Separation)
{
    /// <summary>One public explains the votes at least as well.</summary>
    public static GroupEvidence None { get; } = new(GroupAnswer.None, 1, 0, [], 1, 0, 0);
}
