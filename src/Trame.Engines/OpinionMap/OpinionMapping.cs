using Trame.Engines.OpinionMap.Reference;
using Trame.Engines.OpinionMap.Robust;

namespace Trame.Engines.OpinionMap;

/// <summary>Draws opinion maps: one call from votes to groups, consensus, bridges and who is missing.</summary>
public static class OpinionMapping
{
    private const int Shown = 10;

    /// <summary>The map of a conversation. O(votes); memory proportional to votes; deterministic for a seed.</summary>
    /// <param name="votes">The votes. Nobody, one person, all alike, all passes: the map is empty and says so.</param>
    /// <param name="moderatedOut">Numbers of the statements to leave out.</param>
    /// <param name="method">How.</param>
    /// <param name="seed">Same votes and same seed, same map.</param>
    /// <param name="stop">Cancels; an <see cref="OperationCanceledException"/> is then thrown.</param>
    public static OpinionMapResult Draw(VoteTable votes, IReadOnlySet<long> moderatedOut, MapMethod method = MapMethod.Robust, ulong seed = 1, CancellationToken stop = default) => method == MapMethod.Reference
        ? Told(ReferencePipeline.Run(votes, moderatedOut, new(Seed: seed), stop), moderatedOut)
        : Told(RobustPipeline.Run(votes, moderatedOut, new(seed), stop), moderatedOut, new(seed));

    /// <summary>What a robust map says. O(votes).</summary>
    public static OpinionMapResult Told(RobustMap map, IReadOnlySet<long> moderatedOut, RobustOptions? options = null)
    {
        var statements = new RobustStatements(map, options ?? new());
        var representative = statements.Representative();
        return new(MapMethod.Robust, Groups(map.GroupOf, representative), statements.Consensus(), statements.Bridging(), statements.Scores(),
            People(map.Votes, map.GroupOf, map.X, map.Y), map.Evidence, WhoIsMissing.Of(map.Votes, moderatedOut, map.GroupOf, map.Groups));
    }

    /// <summary>What a reference map says; bridging statements are those of the largest group-informed consensus. O(votes).</summary>
    public static OpinionMapResult Told(ReferenceMap map, IReadOnlySet<long> moderatedOut)
    {
        var (agree, disagree) = ReferenceStatements.Consensus(map, moderatedOut);
        var representative = ReferenceStatements.Representative(map, moderatedOut).Select(list => (IReadOnlyList<StatementView>)[.. list.Select(s => View(s) with { Z = s.Side.RepnessTest, Repness = s.Side.Repness })]).ToList();
        return new(MapMethod.Reference, Groups(map.GroupOf, representative), [.. agree.Concat(disagree).Select(s => View(s) with { Z = s.Side.PTest })], Bridging(map, moderatedOut), Scores(map, moderatedOut),
            People(map.Votes, map.GroupOf, map.X, map.Y), null, WhoIsMissing.Of(map.Votes, moderatedOut, map.GroupOf, map.Groups.Count));
    }

    private static List<StatementView> Bridging(ReferenceMap map, IReadOnlySet<long> moderatedOut)
    {
        var (all, consensus) = (Everybody(map.Votes), ReferenceStatements.GroupAwareConsensus(map));
        return [.. Columns(map.Votes, moderatedOut).OrderByDescending(column => consensus[column]).Take(Shown).Select(column =>
        {
            var (low, high) = Shares.Interval(all.Agree(0, column), all.Seen(0, column));
            return new StatementView(map.Votes.Comments[column], true, Shares.Of(all.Agree(0, column), all.Seen(0, column)), all.Agree(0, column), all.Seen(0, column), low, high) { Score = consensus[column] };
        })];
    }

    private static List<StatementScore> Scores(ReferenceMap map, IReadOnlySet<long> moderatedOut)
    {
        var (all, groups) = (Everybody(map.Votes), GroupCounts.OfPeople(map.Votes.ByParticipant, map.Votes.CommentCount, Math.Max(1, map.Groups.Count), row => map.GroupOf[row]));
        return [.. Columns(map.Votes, moderatedOut).Select(column => StatementScores.Of(map.Votes.Comments[column], all, groups, column)).OrderBy(s => s.Comment)];
    }

    private static GroupCounts Everybody(VoteTable votes) => GroupCounts.OfPeople(votes.ByParticipant, votes.CommentCount, 1, _ => 0);

    private static IEnumerable<int> Columns(VoteTable votes, IReadOnlySet<long> moderatedOut) => Enumerable.Range(0, votes.CommentCount).Where(column => !moderatedOut.Contains(votes.Comments[column]));

    private static StatementView View(RepresentativeStatement statement)
    {
        var (low, high) = Shares.Interval(statement.Side.Successes, statement.Side.Trials);
        return new(statement.Comment, statement.IsAgree, statement.Side.P, statement.Side.Successes, statement.Side.Trials, low, high);
    }

    private static List<OpinionGroup> Groups(int[] groupOf, IReadOnlyList<IReadOnlyList<StatementView>> representative) =>
        [.. representative.Select((list, g) => new OpinionGroup(g, groupOf.Count(group => group == g), list))];

    private static PlacedParticipant[] People(VoteTable votes, int[] groupOf, double[] x, double[] y) =>
        [.. Enumerable.Range(0, votes.ParticipantCount).Select(row => new PlacedParticipant(votes.Participants[row], groupOf[row] < 0 ? null : groupOf[row], x[row], y[row]))];
}
