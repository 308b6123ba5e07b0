using Trame.Engines.FairBudget;

namespace Trame.Engines.Tests.FairBudget;

/// <summary>What theorems promise, and what complete searches find on small elections.</summary>
public sealed class GuaranteeTests
{
    [Theory, InlineData(Utility.Cost), InlineData(Utility.Cardinality)]
    public void Equal_shares_wrong_no_group(Utility utility) => SmallElections.Hold(seed =>
    {
        var election = SmallElections.Of(seed);
        var outcome = Pb.Shares(election, utility, ties: SmallElections.Ties(election, seed));
        return EjrPlus.Violations(outcome, utility).Count == 0 && EjrExhaustive.Violation(outcome, utility) is null;
    });

    [Theory, InlineData(VoteKind.Scoring), InlineData(VoteKind.Ordinal)]
    public void Nor_do_they_by_points(VoteKind kind) => SmallElections.Hold(seed => EjrPlus.Violations(Pb.Shares(SmallElections.Of(seed, kind), Utility.Score), Utility.Score).Count == 0);

    [Theory, InlineData(Utility.Cost), InlineData(Utility.Cardinality)]
    public void A_group_is_found_exactly_when_trying_every_group_finds_one(Utility utility) => SmallElections.Hold(seed =>
    {
        var election = SmallElections.Of(seed);
        var outcome = GreedyBudget.Count(election, utility);
        var ballots = Enumerable.Range(0, election.Voters).Select(v => election.Ballot(v).Select(c => c.Project).ToHashSet()).ToList();
        var wronged = Enumerable.Range(0, election.Projects.Count).Except(outcome.Funded).Where(p => Enumerable.Range(1, (1 << election.Voters) - 1)
            .Select(g => Enumerable.Range(0, election.Voters).Where(v => (g >> v & 1) == 1).ToList())
            .Any(group => group.All(v => ballots[v].Contains(p) && With(ballots[v], p) * election.Projects[p].Cost * election.Voters <= election.Budget * group.Count * Worth(p))));
        return EjrPlus.Violations(outcome, utility).Select(v => v.Project).Order().SequenceEqual(wronged);

        decimal Worth(int project) => utility == Utility.Cost ? election.Projects[project].Cost : 1;
        decimal With(HashSet<int> ballot, int more) => outcome.Funded.Where(ballot.Contains).Sum(Worth) + Worth(more);
    }, 100);

    [Theory, InlineData(Utility.Cost), InlineData(Utility.Cardinality), InlineData(Utility.Score)]
    public void The_optimum_is_that_of_every_subset(Utility utility) => SmallElections.Hold(seed =>
    {
        var election = SmallElections.Of(seed, VoteKind.Cumulative);
        var units = (decimal)Math.Pow(10, Enumerable.Range(0, election.Voters).SelectMany(election.Ballot).Any(c => c.Points != Math.Truncate(c.Points)) && utility == Utility.Score ? 1 : 0);
        var worth = election.Projects.Select((p, i) => Enumerable.Range(0, election.Voters).SelectMany(election.Ballot).Where(c => c.Project == i)
            .Sum(c => utility switch { Utility.Cost => p.Cost, Utility.Cardinality => 1, _ => c.Points * units })).ToList();
        var best = Enumerable.Range(0, 1 << worth.Count).Select(s => Enumerable.Range(0, worth.Count).Where(p => (s >> p & 1) == 1).ToList())
            .Where(set => set.Sum(p => election.Projects[p].Cost) <= election.Budget).Max(set => set.Sum(p => worth[p]));
        var found = WelfareOptimum.Of(election, utility);
        return found.Proved && (decimal)found.Welfare == best && found.Funded.Sum(p => worth[p]) == best && found.Funded.Sum(p => election.Projects[p].Cost) <= election.Budget;
    }, 200);

    [Fact]
    public void Nothing_is_spent_beyond_the_budget_and_nobody_pays_beyond_their_share() => SmallElections.Hold(seed =>
    {
        var election = SmallElections.Of(seed);
        BudgetOutcome[] outcomes = [Pb.Shares(election, Utility.Cost, Completion.Add1Utilitarian), Pb.Overspending(election, Utility.Cost), GreedyBudget.Count(election, Utility.Cost), Pb.Phragmen(election)];
        var shares = Pb.Shares(election, Utility.Cost);
        var paid = shares.Accounts.Where(a => a.By == FundedBy.Rule).All(a => a.Price <= shares.Endowment * (1 + 1e-9) && a.PaidPrice + a.PaidTheRest + a.HadNothing == a.Votes);
        return outcomes.All(o => o.Cost <= election.Budget && o.Funded.Distinct().Count() == o.Funded.Count) && paid;
    });
}
