using Trame.Engines.FairBudget;

namespace Trame.Engines.Tests.FairBudget;

public sealed class MeasuresTests
{
    private static readonly BudgetElection Three = new(VoteKind.Approval,
        [new("parc", 50, "Parc", ["nature", "sport"]), new("mare", 30, "Mare", ["nature"]), new("stade", 90, "Stade", ["sport"]), new("banc", 10)], 100,
        [[new(0), new(1)], [new(0), new(2)], [new(2)], [new(3), new(2)]]);

    [Fact]
    public void Categories_share_the_votes_and_the_money_of_a_project_that_is_in_two()
    {
        var outcome = GreedyBudget.Count(Three, Utility.Cost); // the stadium (3 votes, 90), then the bench
        outcome.Ids().ShouldBe(["stade", "banc"]);
        // 7 votes: the park's 2 are one for nature and one for sport.
        OutcomeMeasures.Of(outcome).Categories.ShouldBe([new("", 1, 1, 1 / 7.0, 0.1), new("nature", 2, 0, 2 / 7.0, 0), new("sport", 2, 1, 4 / 7.0, 0.9)]);
    }

    [Fact]
    public void Averages_and_preferences_are_counted_over_voters()
    {
        var (votes, cheap) = (GreedyBudget.Count(Three, Utility.Cost), GreedyBudget.Count(Three, Utility.Cardinality)); // by votes per money: bench, park, the stadium does not fit, pond
        cheap.Ids().ShouldBe(["banc", "parc", "mare"]);
        var measures = OutcomeMeasures.Of(votes);
        (measures.Excluded, measures.ExclusionRatio, measures.AverageFunded, measures.AverageCost).ShouldBe((1, 0.25, 1, 70));
        measures.VotersByFunded.ShouldBe([1, 2, 1]);
        OutcomeMeasures.Preferences(votes, cheap).ShouldBe((2, 1)); // 0 2, 1 1, 1 0, 2 1
        Should.Throw<ArgumentException>(() => OutcomeMeasures.Preferences(votes, GreedyBudget.Count(Pb.Approvals(1, "a 1", "a"), Utility.Cost)));
    }

    [Fact]
    public void With_the_votes_that_were_missing_and_their_shares_a_project_is_funded() => SmallElections.Hold(seed =>
    {
        const int share = 12;
        var small = SmallElections.Of(seed);
        var ballots = Enumerable.Range(0, small.Voters).Select(v => (IReadOnlyList<Choice>)[.. small.Ballot(v)]).ToList();
        var outcome = Pb.Shares(With(null, 0), Utility.Cost);
        return outcome.Accounts.Where(a => a.By == FundedBy.Nothing).All(a => a.MissingVotes is { } votes and > 0 && Pb.Shares(With(a.Project, (int)votes), Utility.Cost).Funded.Contains(a.Project)
            && Math.Abs(a.MoneyBehind!.Value + a.MissingMoney!.Value - (double)small.Projects[a.Project].Cost) < 1e-9);

        BudgetElection With(int? project, int more) => new(small.Kind, small.Projects, share * (ballots.Count + more), [.. ballots, .. Enumerable.Range(0, more).Select(_ => (IReadOnlyList<Choice>)[new(project!.Value)])]);
    }, 200);

    [Fact]
    public void With_the_votes_that_were_missing_Phragmen_reaches_a_project_first() => SmallElections.Hold(seed =>
    {
        var small = SmallElections.Of(seed);
        var ballots = Enumerable.Range(0, small.Voters).Select(v => (IReadOnlyList<Choice>)[.. small.Ballot(v)]).ToList();
        return Pb.Phragmen(small).Accounts.Where(a => a.MissingVotes is not null).All(a => Funds(a.Project, (int)a.MissingVotes!.Value) && !(a.MissingVotes > 1 && Funds(a.Project, 0)));

        bool Funds(int project, int more) => Pb.Phragmen(new(small.Kind, small.Projects, small.Budget, [.. ballots, .. Enumerable.Range(0, more).Select(_ => (IReadOnlyList<Choice>)[new(project)])])).Funded.Contains(project);
    });

    [Fact]
    public void A_ballot_outside_the_rules_is_refused()
    {
        Should.Throw<ArgumentException>(() => new BudgetElection(VoteKind.Approval, [new("a", 1)], 1, [[new(0), new(0)]])).Message.ShouldContain("twice");
        Should.Throw<ArgumentException>(() => new BudgetElection(VoteKind.Approval, [new("a", 1)], 1, [[new(1)]])).Message.ShouldContain("there are 1");
        Should.Throw<ArgumentException>(() => new BudgetElection(VoteKind.Approval, [new("a", -1)], 1, [])).Message.ShouldContain("below zero");
        Should.Throw<ArgumentException>(() => new BudgetElection(VoteKind.Approval, [new("a", 1), new("a", 1)], 1, [])).Message.ShouldContain("same id");
        Should.Throw<ArgumentException>(() => TieOrder.Of(Three, [0, 1, 1, 2])).Message.ShouldContain("once");
    }
}
