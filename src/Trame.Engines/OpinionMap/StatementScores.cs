using Trame.Engines.OpinionMap.Robust;

namespace Trame.Engines.OpinionMap;

/// <summary>Polarisation and bridging of a statement, from how each group voted on it.</summary>
internal static class StatementScores
{
    public static StatementScore Of(long comment, GroupCounts all, GroupCounts groups, int column) => new(comment, all.Seen(0, column), all.Agree(0, column), all.Disagree(0, column),
        Polarisation(groups, column), Math.Max(Least(groups, column, true), Least(groups, column, false)));

    /// <summary>The share that the least convinced group surely reaches (lower end of the 95 % interval).</summary>
    public static double Least(GroupCounts groups, int column, bool agree) => Enumerable.Range(0, groups.Groups).Min(g => Shares.Interval(groups.On(agree, g, column), groups.Seen(g, column)).Low);

    // Half the largest difference between groups of the mean vote, two passes added to each.
    private static double Polarisation(GroupCounts groups, int column)
    {
        var means = Enumerable.Range(0, groups.Groups).Select(g => (groups.Agree(g, column) - groups.Disagree(g, column)) / (groups.Seen(g, column) + 2.0)).ToList();
        return (means.Max() - means.Min()) / 2;
    }
}
