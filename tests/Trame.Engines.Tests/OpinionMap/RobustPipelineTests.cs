using Trame.Engines.OpinionMap;
using Trame.Engines.OpinionMap.Reference;
using Trame.Engines.OpinionMap.Robust;

namespace Trame.Engines.Tests.OpinionMap;

public sealed class RobustPipelineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly HashSet<long> Nothing = [];

    [Theory]
    [InlineData(2, 11)]
    [InlineData(3, 12)]
    public void Planted_groups_are_found_and_clear(int groups, int seed)
    {
        var (votes, truth) = PlantedVotes.Groups(people: 300, statements: 60, groups, filled: 0.4, seed);
        var table = VoteTable.Of(votes);
        var map = RobustPipeline.Run(table, Nothing, stop: Stop);
        map.Evidence.Answer.ShouldBe(GroupAnswer.Clear);
        map.Groups.ShouldBe(groups);
        var ours = PolisData.Agreement(table, map.GroupOf, truth);
        ours.ShouldBeGreaterThan(0.75);
        ours.ShouldBeGreaterThan(PolisData.Agreement(table, ReferencePipeline.Run(table, Nothing, stop: Stop).GroupOf, truth) - 0.02);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Votes_at_random_have_no_groups_and_nothing_representative(int seed)
    {
        var result = OpinionMapping.Draw(VoteTable.Of(PlantedVotes.AtRandom(people: 200, statements: 40, filled: 0.5, seed)), Nothing, stop: Stop);
        result.Groups.ShouldBeEmpty();
        result.Stability!.Answer.ShouldBe(GroupAnswer.None);
        result.Participants.ShouldAllBe(p => p.Group == null);
    }

    [Fact]
    public void Opinions_that_shade_into_one_another_are_not_clear_groups() =>
        RobustPipeline.Run(VoteTable.Of(PlantedVotes.Shade(people: 300, statements: 60, filled: 0.4, seed: 5)), Nothing, stop: Stop).Evidence.Answer.ShouldNotBe(GroupAnswer.Clear);

    [Fact]
    public void The_same_votes_and_seed_give_the_same_map()
    {
        var table = VoteTable.Of(PlantedVotes.Groups(people: 120, statements: 40, groups: 2, filled: 0.5, seed: 3).Votes);
        var (once, again) = (RobustPipeline.Run(table, Nothing, stop: Stop), RobustPipeline.Run(table, Nothing, stop: Stop));
        again.GroupOf.ShouldBe(once.GroupOf);
        again.X.ShouldBe(once.X);
        again.Evidence.Rand.ShouldBe(once.Evidence.Rand);
        again.Evidence.P.ShouldBe(once.Evidence.P);
    }

    [Fact]
    public void A_hundred_more_votes_leave_the_groups_where_they_were()
    {
        var (votes, _) = PlantedVotes.Groups(people: 200, statements: 50, groups: 2, filled: 0.5, seed: 4);
        var before = RobustPipeline.Run(VoteTable.Of(votes[..^100]), Nothing, stop: Stop);
        var after = RobustPipeline.Update(before, before.Votes.With(votes[^100..]), Nothing, stop: Stop);
        after.Votes.VoteCount.ShouldBe(votes.Count);
        RandIndex.Adjusted(after.GroupOf, RobustPipeline.Run(after.Votes, Nothing, stop: Stop).GroupOf).ShouldBeGreaterThan(0.9);
        after.GroupOf.Zip(before.GroupOf).Where(g => g.First >= 0 && g.Second >= 0).Count(g => g.First != g.Second).ShouldBeLessThan(10); // and keep their names
    }

    [Fact]
    public void What_all_accept_brings_together_and_what_divides_is_representative()
    {
        var result = OpinionMapping.Draw(VoteTable.Of(PlantedVotes.Camps(people: 120)), Nothing, stop: Stop);
        result.Groups.Count.ShouldBe(2);
        result.Consensus[0].Comment.ShouldBe(0);
        result.Bridging[0].Comment.ShouldBe(0);
        result.Groups.ShouldAllBe(g => g.Representative.Count > 0 && g.Representative.All(s => s.Comment != 0 && s.Q <= 0.05));
        result.Statements.MinBy(s => s.Polarisation)!.Comment.ShouldBe(0);
    }

    [Fact]
    public void A_moderated_statement_is_nowhere()
    {
        var result = OpinionMapping.Draw(VoteTable.Of(PlantedVotes.Camps(people: 120)), new HashSet<long> { 0 }, stop: Stop);
        result.Statements.Concat<object>(result.Consensus).Count().ShouldBeGreaterThan(0);
        result.Consensus.Concat(result.Bridging).Concat(result.Groups.SelectMany(g => g.Representative)).ShouldAllBe(s => s.Comment != 0);
        result.Statements.ShouldAllBe(s => s.Comment != 0);
    }

    [Theory]
    [InlineData(MapMethod.Robust)]
    [InlineData(MapMethod.Reference)]
    public void Degenerate_conversations_get_an_honest_answer(MapMethod method)
    {
        IEnumerable<Vote>[] degenerate =
        [
            [],
            [new(1, 1, 1)],
            Enumerable.Range(0, 8).Select(c => new Vote(1, c, (c % 3) - 1)),
            from p in Enumerable.Range(0, 30) from c in Enumerable.Range(0, 8) select new Vote(p, c, 1),
            from p in Enumerable.Range(0, 30) from c in Enumerable.Range(0, 8) select new Vote(p, c, 0),
            Enumerable.Range(0, 30).Select(p => new Vote(p, 1, (p % 3) - 1)),
        ];
        foreach (var votes in degenerate)
        {
            var result = OpinionMapping.Draw(VoteTable.Of(votes), Nothing, method, stop: Stop);
            result.Participants.ShouldAllBe(p => double.IsFinite(p.X) && double.IsFinite(p.Y));
            result.Statements.ShouldAllBe(s => double.IsFinite(s.Polarisation) && double.IsFinite(s.Bridging));
            if (method == MapMethod.Robust) result.Groups.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Everything_moderated_out_is_an_empty_map() => OpinionMapping.Draw(VoteTable.Of(PlantedVotes.Camps(people: 20)), Enumerable.Range(0, 20).Select(c => (long)c).ToHashSet(), stop: Stop).Statements.ShouldBeEmpty();

    [Fact]
    public void It_stops_when_asked()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => RobustPipeline.Run(VoteTable.Of(PlantedVotes.Camps(people: 20)), Nothing, stop: stop.Token));
    }
}
