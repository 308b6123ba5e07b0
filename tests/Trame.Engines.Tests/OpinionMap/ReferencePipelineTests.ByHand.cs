using Trame.Engines.OpinionMap;
using Trame.Engines.OpinionMap.Reference;

namespace Trame.Engines.Tests.OpinionMap;

public sealed partial class ReferencePipelineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Ten people, five for and five against everything but statement 3, which all accept.
    private static VoteTable TenPeople => VoteTable.Of(from person in Enumerable.Range(0, 10) from comment in Enumerable.Range(0, 4) select new Vote(person, comment, comment == 3 || person < 5 ? 1 : -1));

    private static readonly HashSet<long> Nothing = [];

    [Fact]
    public void Two_camps_of_five_are_found()
    {
        var map = ReferencePipeline.Run(TenPeople, Nothing, stop: Stop);
        map.Groups.Count.ShouldBe(2);
        map.GroupOf.Take(5).Distinct().Count().ShouldBe(1);
        map.GroupOf.Skip(5).Distinct().Single().ShouldNotBe(map.GroupOf[0]);
        map.Center.ShouldBe([0, 0, 0, 1], 1e-12);
        Math.Abs(map.Components[0][0]).ShouldBe(1 / Math.Sqrt(3), 1e-9); // three statements weigh the same, the fourth nothing
        map.X.Select(Math.Abs).ShouldAllBe(x => Math.Abs(x - Math.Sqrt(3)) < 1e-9);
    }

    [Fact]
    public void What_all_accept_is_consensus_and_what_divides_is_representative()
    {
        var map = ReferencePipeline.Run(TenPeople, Nothing, stop: Stop);
        var consensus = ReferenceStatements.Consensus(map, Nothing).Agree.ShouldHaveSingleItem();
        consensus.Comment.ShouldBe(3);
        consensus.Side.P.ShouldBe(11.0 / 12, 1e-12);
        consensus.Side.PTest.ShouldBe(2 * Math.Sqrt(11) * 0.5, 1e-12); // 2·√(n+1)·((s+1)/(n+1) − ½)
        ReferenceStatements.GroupAwareConsensus(map)[3].ShouldBe(6.0 / 7 * 6 / 7, 1e-12);
        ReferenceStatements.Representative(map, Nothing).ShouldAllBe(list => list.Count(s => s.Comment < 3) == 3); // and statement 3, which the reference puts first for its own reasons
    }

    [Fact]
    public void Components_are_those_of_a_dense_decomposition()
    {
        var random = new Random(4);
        var votes = (from person in Enumerable.Range(0, 40) from comment in Enumerable.Range(0, 12) where random.NextDouble() < 0.6 select new Vote(person, comment, random.Next(-1, 2))).ToList();
        HashSet<long> moderated = [2, 7];
        var table = VoteTable.Of(votes);
        var map = ReferencePipeline.Run(table, moderated, stop: Stop);
        var dense = DenseReference.Components(table, moderated);
        for (var i = 0; i < 2; i++)
            Math.Abs(dense[i].Zip(map.Components[i], (a, b) => a * b).Sum()).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void A_moderated_statement_weighs_nothing_but_counts_as_seen_by_all()
    {
        var with = ReferencePipeline.Run(TenPeople, new HashSet<long> { 0 }, stop: Stop);
        with.Components[0][0].ShouldBe(0);
        with.X.Select(Math.Abs).ShouldAllBe(x => Math.Abs(x - Math.Sqrt(2)) < 1e-9); // √(4 statements / 4 seen), two that weigh
    }

    [Fact]
    public void The_number_of_groups_changes_after_four_updates_in_a_row()
    {
        var smoother = new[] { 2, 3, 3, 3 }.Aggregate(default(GroupCountSmoother), (s, best) => s.After(best));
        smoother.Shown.ShouldBe(2);
        smoother.After(3).Shown.ShouldBe(3);
    }

    [Fact]
    public void A_replay_in_one_update_is_one_run()
    {
        var votes = TenPeopleVotes().ToList();
        var replayed = ReferenceReplay.Run(votes, Nothing, updates: 1, stop: Stop);
        RandIndex.Adjusted(replayed.GroupOf, ReferencePipeline.Run(VoteTable.Of(votes), Nothing, stop: Stop).GroupOf).ShouldBe(1);
    }

    private static IEnumerable<Vote> TenPeopleVotes() => from comment in Enumerable.Range(0, 4) from person in Enumerable.Range(0, 10) select new Vote(person, comment, comment == 3 || person < 5 ? 1 : -1, (comment * 10) + person);
}
