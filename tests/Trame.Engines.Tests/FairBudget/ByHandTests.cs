using Trame.Engines.FairBudget;

namespace Trame.Engines.Tests.FairBudget;

/// <summary>Elections small enough to count on paper.</summary>
public sealed class ByHandTests
{
    // The example of docs/methods/budget-participatif.md: ten people, 1,000 to share.
    private static readonly BudgetElection TenPeople = Pb.Approvals(1000, "cour 500 piste 400 fete 80 jardin 240 biblio 180",
        "4*cour,piste", "cour,piste,fete", "cour,fete", "3*jardin,biblio", "jardin");

    private static ProjectAccount Account(BudgetOutcome outcome, string id) => outcome.Accounts.Single(a => outcome.Election.Projects[a.Project].Id == id);

    [Fact]
    public void Ten_people_share_a_thousand()
    {
        // 100 each. The yard has 6 votes: 500 / 6 = 83.33 each. The cycle track's 5 have 16.67 left: 83 < 400. The garden has 4: 60 each, 3 of them have 40 left for the library: 120 < 180.
        // The party's two have 16.67 left: 33 < 80.
        var outcome = Pb.Shares(TenPeople, Utility.Cost);
        outcome.Ids().ShouldBe(["cour", "jardin"]);
        outcome.Endowment.ShouldBe(100);
        var yard = Account(outcome, "cour");
        (yard.PaidPrice, yard.PaidTheRest, yard.HadNothing, yard.Round).ShouldBe((6, 0, 0, 1));
        yard.Price!.Value.ShouldBe(500 / 6.0, 1e-9);
        var library = Account(outcome, "biblio");
        library.MoneyBehind!.Value.ShouldBe(120, 1e-9);
        library.MissingMoney!.Value.ShouldBe(60, 1e-9);
        (library.MissingVotes, library.Round, TenPeople.Projects[library.OutOfReachBy!.Value].Id).ShouldBe((1, 2, "jardin"));
        library.EffectiveVotes!.Value.ShouldBe(3, 1e-9);
        outcome.VotersByShareSpent.ShouldBe([0, 0, 0, 0, 0, 4, 0, 0, 6, 0]);
        GreedyBudget.Count(TenPeople, Utility.Cost).Ids().ShouldBe(["cour", "piste", "fete"]); // by votes: the four of the garden get nothing
    }

    [Fact]
    public void The_four_of_the_garden_are_wronged_by_the_count_of_votes_and_not_by_equal_shares()
    {
        EjrPlus.Violations(Pb.Shares(TenPeople, Utility.Cost), Utility.Cost).ShouldBeEmpty();
        var wronged = EjrPlus.Violations(GreedyBudget.Count(TenPeople, Utility.Cost), Utility.Cost);
        wronged.Select(v => (TenPeople.Projects[v.Project].Id, v.Voters, v.Share)).ShouldBe([("jardin", 4, 400m), ("biblio", 3, 300m)], ignoreOrder: true);
    }

    [Fact]
    public void Add1_raises_shares_while_the_budget_holds()
    {
        // Shares must rise until something new is bought within 1,000: the library (180) needs 3 x (b - 60) = 180, b = 120; the yard, the garden and the library cost 920. The party (80) needs
        // 2 x (b - 83.33) = 80, b = 123.33: at 124 all four cost 1,000. The track's 5 reach 5 x (b - 83.33) = 400 at b = 163.33: at 164 it comes before the party, and 1,400 would be spent; at 163 still 1,000.
        var outcome = Pb.Shares(TenPeople, Utility.Cost, Completion.Add1);
        outcome.Sorted().ShouldBe(["biblio", "cour", "fete", "jardin"]);
        outcome.Endowment.ShouldBe(163);
        Pb.Shares(TenPeople, Utility.Cost, Completion.Add1, add1: new(Exhaustive: true)).Endowment.ShouldBe(124);
    }

    [Fact]
    public void Somebody_with_less_gives_all_they_have_and_the_others_pay_the_rest()
    {
        // 3 voters, 30 each. a: 40 by voters 1 and 2 (20 each). b: 35 by 2 and 3: voter 2 has 10, voter 3 pays 25.
        var outcome = Pb.Shares(Pb.Approvals(90, "a 40 b 35", "a", "a,b", "b"), Utility.Cardinality, ties: null);
        outcome.Ids().ShouldBe(["b", "a"]); // by number, b is cheaper: 17.5 each; then a: voter 2 has 12.5, voter 1 pays 27.5
        var a = Account(outcome, "a");
        (a.PaidPrice, a.PaidTheRest).ShouldBe((1, 1));
        a.Price!.Value.ShouldBe(27.5, 1e-9);
        a.EffectiveVotes!.Value.ShouldBe(40 / 27.5, 1e-9);
    }

    [Theory]
    [InlineData("a 10 b 10", "a", "votes: both one; cost: the same; id")]
    [InlineData("b 10 a 10", "a", "the order of the file does not count")]
    [InlineData("a 10 b 9", "b", "cheaper first")]
    public void Ties_follow_the_published_order(string projects, string first, string why) =>
        Pb.Shares(Pb.Approvals(20, projects, "a", "b"), Utility.Cost).Ids()[0].ShouldBe(first, why);

    [Fact]
    public void Two_prices_that_round_to_the_same_number_are_told_apart()
    {
        // 3,990,000,000,000,006 / 7 = 570,000,000,000,000 + 36/42 and 3,420,000,000,000,005 / 6 = 570,000,000,000,000 + 35/42: between two neighbours of 53 bits. Equal, a would win by its votes.
        var election = Pb.Approvals(4_000_000_000_000_000, "a 3990000000000006 b 3420000000000005", "6*a,b", "a");
        Pb.Shares(election, Utility.Cardinality).Ids().ShouldBe(["b"]);
    }

    [Fact]
    public void The_example_of_the_paper_on_bounded_overspending()
    {
        var election = Pb.Approvals(1_000_000, "A 300000 C 400000 B 300000 D 240000 E 170000 F 100000", "A", "A,C,B,E", "3*A,C,B", "A,C,F", "2*D,E", "D,E,F", "B,D,F");
        Pb.Overspending(election, Utility.Cost).Sorted().ShouldBe(["A", "B", "D", "F"]);
    }

    [Fact]
    public void Phragmen_stops_at_the_first_project_that_does_not_fit()
    {
        // Loads: a 10/3; b (10/3 + 10/3 + 30)/2 = 18.33; c 25. Budget 45: a, then b, 40 spent; c costs 25: the count stops there.
        var outcome = Pb.Phragmen(Pb.Approvals(45, "a 10 b 30 c 25", "a,b", "a,b", "a", "c"));
        outcome.Ids().ShouldBe(["a", "b"]);
        Account(outcome, "c").MissingMoney.ShouldBe(20);
    }

    [Fact]
    public void The_votes_that_were_missing_are_enough_and_one_less_is_not()
    {
        SmallElections.Hold(seed =>
        {
            var election = SmallElections.Of(seed);
            var outcome = GreedyBudget.Count(election, Utility.Cost, TieOrder.ById(election));
            return outcome.Accounts.Where(a => a.MissingVotes is not null).All(a => IsFunded(a, a.MissingVotes!.Value) && !IsFunded(a, a.MissingVotes.Value - 2));

            bool IsFunded(ProjectAccount account, long votes)
            {
                var more = new BudgetElection(election.Kind, election.Projects, election.Budget, Enumerable.Range(0, election.Voters).Select(v => (IReadOnlyList<Choice>)[.. election.Ballot(v)]).Concat(Enumerable.Repeat<IReadOnlyList<Choice>>([new(account.Project)], (int)Math.Max(0, votes))));
                return GreedyBudget.Count(more, Utility.Cost, TieOrder.ById(more)).Funded.Contains(account.Project);
            }
        }, 200);
    }

    [Fact]
    public void Nobody_votes_nothing_is_funded()
    {
        var election = Pb.Approvals(100, "a 10");
        Pb.Shares(election, Utility.Cost, Completion.Add1Utilitarian).Funded.ShouldBeEmpty();
        Pb.Overspending(election, Utility.Cost).Funded.ShouldBeEmpty();
        Pb.Phragmen(election).Funded.ShouldBeEmpty();
        OutcomeMeasures.Of(Pb.Shares(election, Utility.Cost)).ExclusionRatio.ShouldBe(0);
    }

    [Fact]
    public void A_count_can_be_stopped() => Should.Throw<OperationCanceledException>(() => EqualShares.Count(TenPeople, Utility.Cost, Completion.Add1, stop: new(canceled: true)));
}
