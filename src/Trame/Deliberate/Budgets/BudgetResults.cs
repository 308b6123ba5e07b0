using Trame.Engines.FairBudget;

namespace Trame.Deliberate.Budgets;

/// <summary>What a vote gives, by its rule and, beside it, by the other. Pure: the same ballots in any order, from any way, give the same.</summary>
/// <param name="Files">Those that were counted, in the order of the election.</param>
/// <param name="NoVotes">Voted on, and nobody named them: they are not counted.</param>
/// <param name="Outcome">By the rule that was said.</param>
/// <param name="Other">By the other rule, to compare.</param>
public sealed record BudgetResults(IReadOnlyList<ProjectFile> Files, IReadOnlyList<ProjectFile> NoVotes, BudgetOutcome Outcome, BudgetOutcome Other)
{
    public int Ballots => Outcome.Election.Voters;

    public bool Funds(int number) => Outcome.Funded.Any(p => Files[p].Number == number);

    public static BudgetResults Of(ParticipatoryBudget budget, IReadOnlyList<ProjectFile> kept, IEnumerable<IReadOnlyList<BallotLine>> ballots, CancellationToken stop)
    {
        // In an order of their own: neither who came first nor by which way can reach the engine.
        var sorted = ballots.OrderBy(b => string.Join(' ', b.Select(l => $"{l.Project}:{l.Points}")), StringComparer.Ordinal).ToList();
        var named = sorted.SelectMany(b => b.Select(l => l.Project)).ToHashSet();
        List<ProjectFile> files = [.. kept.Where(f => named.Contains(f.Number)).OrderBy(f => f.Number)];
        var place = files.Index().ToDictionary(f => f.Item.Number, f => f.Index);
        var points = budget.Ballot == BallotKind.Points;
        var election = new BudgetElection(points ? VoteKind.Cumulative : VoteKind.Approval, [.. files.Select(f => new BudgetProject($"{f.Number}", (f.CostCents ?? 0) / 100m, f.Name, []))], (budget.EnvelopeCents ?? 0) / 100m,
            sorted.Select(b => (IReadOnlyList<Choice>)[.. b.Select(l => new Choice(place[l.Project], l.Points))]));
        var utility = points ? Utility.Score : Utility.Cost;
        BudgetOutcome By(CountRule rule) => rule == CountRule.Greedy ? GreedyBudget.Count(election, utility, TieOrder.Published(election)) : EqualShares.Count(election, utility, Completion.Add1Utilitarian, stop: stop);
        return new(files, [.. kept.Where(f => !named.Contains(f.Number))], By(budget.Rule), By(budget.Rule == CountRule.Greedy ? CountRule.EqualShares : CountRule.Greedy));
    }

    /// <summary>What one ballot paid, in euros, in the order of the count: nothing when the rule shares nothing.</summary>
    public IReadOnlyList<(ProjectFile File, double Euros)> Paid(IReadOnlyList<BallotLine> ballot)
    {
        if (Outcome.Endowment is not { } left) return [];
        var paid = new List<(ProjectFile, double)>();
        foreach (var project in Outcome.Funded)
        {
            if (Outcome.Accounts[project] is not { By: FundedBy.Rule, Price: { } price } || ballot.FirstOrDefault(l => l.Project == Files[project].Number) is not { } line) continue;
            var gives = Math.Min(left, price * line.Points);
            left -= gives;
            if (gives > 1e-9) paid.Add((Files[project], gives));
        }

        return paid;
    }
}
