namespace Trame.Engines.OpinionMap.Reference;

/// <summary>Statements that the reference pipeline puts forward: representative of each group, agreed on by all, and the order in which to ask.</summary>
/// <remarks>O(votes + groups·statements). Definitions: see <see cref="ReferencePipeline"/>.</remarks>
public static class ReferenceStatements
{
    private const int Shown = 5;

    /// <summary>At most five statements for each group, in the order of the map's groups.</summary>
    public static IReadOnlyList<IReadOnlyList<RepresentativeStatement>> Representative(ReferenceMap map, IReadOnlySet<long> moderatedOut)
    {
        var counts = Counts(map);
        return [.. Enumerable.Range(0, map.Groups.Count).Select(group => Selected(map.Votes, moderatedOut, counts, group))];
    }

    /// <summary>At most five statements most agreed on, then at most five most disagreed with, by everybody.</summary>
    public static (IReadOnlyList<RepresentativeStatement> Agree, IReadOnlyList<RepresentativeStatement> Disagree) Consensus(ReferenceMap map, IReadOnlySet<long> moderatedOut)
    {
        var counts = GroupCounts.OfPeople(map.Votes.ByParticipant, map.Votes.CommentCount, 1, _ => 0);
        return (Side(true), Side(false));

        IReadOnlyList<RepresentativeStatement> Side(bool agree) => [.. Columns(map.Votes, moderatedOut)
            .Select(column => new RepresentativeStatement(map.Votes.Comments[column], agree, SideStatistics.Of(counts.On(agree, 0, column), counts.Seen(0, column), 0, 0), false))
            .Where(s => s.Side.P > 0.5 && s.Side.PTest > ProportionTests.Z90).OrderByDescending(s => s.Side.P * s.Side.PTest).Take(Shown)];
    }

    /// <summary>Per column, the product over groups of (agree + 1) / (seen + 2).</summary>
    public static double[] GroupAwareConsensus(ReferenceMap map)
    {
        var counts = Counts(map);
        return [.. Enumerable.Range(0, map.Votes.CommentCount).Select(column =>
            Enumerable.Range(0, counts.Groups).Aggregate(1.0, (product, group) => product * (counts.Agree(group, column) + 1) / (counts.Seen(group, column) + 2)))];
    }

    /// <summary>Per column, the weight with which the reference draws the next statement to show; statements about people have 49.</summary>
    /// <param name="map">The map.</param>
    /// <param name="meta">Statements about the people themselves.</param>
    public static double[] Priorities(ReferenceMap map, IReadOnlySet<long> meta)
    {
        var (counts, extremities) = (GroupCounts.OfPeople(map.Votes.ByParticipant, map.Votes.CommentCount, 1, row => map.GroupOf[row] < 0 ? -1 : 0), map.Extremities());
        return [.. Enumerable.Range(0, extremities.Length).Select(column =>
        {
            if (meta.Contains(map.Votes.Comments[column])) return 49;
            var (agree, seen) = (counts.Agree(0, column), counts.Seen(0, column));
            var pass = (seen - agree - counts.Disagree(0, column) + 1.0) / (seen + 2);
            return Math.Pow((1 - pass) * (extremities[column] + 1) * ((agree + 1.0) / (seen + 2)) * (1 + (8 * Math.Pow(2, -seen / 5.0))), 2);
        })];
    }

    private static GroupCounts Counts(ReferenceMap map) => GroupCounts.OfPeople(map.Votes.ByParticipant, map.Votes.CommentCount, map.Groups.Count, row => map.GroupOf[row]);

    private static IEnumerable<int> Columns(VoteTable votes, IReadOnlySet<long> moderatedOut) =>
        Enumerable.Range(0, votes.CommentCount).Where(column => !moderatedOut.Contains(votes.Comments[column]));

    private static IReadOnlyList<RepresentativeStatement> Selected(VoteTable votes, IReadOnlySet<long> moderatedOut, GroupCounts counts, int group)
    {
        List<RepresentativeStatement> sufficient = [];
        RepresentativeStatement? best = null, bestAgree = null;
        foreach (var column in Columns(votes, moderatedOut))
        {
            var (agree, disagree) = (Of(true, column), Of(false, column));
            var told = agree.Side.RepnessTest > disagree.Side.RepnessTest ? agree : disagree;
            if (agree.Side.Passes || disagree.Side.Passes) sufficient.Add(told);
            if (sufficient.Count == 0 && (best is null || told.Side.RepnessTest > best.Side.RepnessTest)) best = told;
            if ((agree.Side.Successes > 0 || disagree.Side.Successes > 0) && IsBetterAgree(agree.Side, bestAgree?.Side)) bestAgree = agree with { IsBestAgree = true };
        }

        // The reference compares the best agreement by its agreeing side, and shows it by the side that tells the group.
        if (bestAgree is not null && votes.ColumnOf(bestAgree.Comment) is var at && Of(false, at) is var other && bestAgree.Side.RepnessTest <= other.Side.RepnessTest) bestAgree = other with { IsBestAgree = true };
        if (sufficient.Count == 0) return [.. new[] { bestAgree ?? best }.OfType<RepresentativeStatement>()];
        IEnumerable<RepresentativeStatement> head = bestAgree is null ? [] : [bestAgree];
        return [.. head.Concat(sufficient.Where(s => s.Comment != bestAgree?.Comment).OrderByDescending(s => s.Side.Metric)).Take(Shown).OrderBy(s => !s.IsAgree)];

        RepresentativeStatement Of(bool agree, int column) => new(votes.Comments[column], agree, SideStatistics.Of(
            counts.On(agree, group, column), counts.Seen(group, column), counts.OnBeyond(agree, group, column), counts.SeenBeyond(group, column)), false);
    }

    private static bool IsBetterAgree(SideStatistics side, SideStatistics? best) => best switch
    {
        { Repness: > 1 } known => side.Metric > known.Metric,
        { } known => side.P * side.PTest > known.P * known.PTest,
        null => side.PTest > ProportionTests.Z90 || (side.Repness > 1 && side.P > 0.5),
    };
}
