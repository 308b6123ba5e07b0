namespace Trame.Engines.FairBudget;

/// <summary>The usual count: projects by total utility per unit of cost, each funded if it still fits, skipped otherwise.</summary>
/// <remarks>Talmon and Faliszewski, « A framework for approval-based budgeting methods », AAAI 2019. Under <see cref="Utility.Cost"/> this is the order by votes; under
/// <see cref="Utility.Cardinality"/> by votes per unit of money; under <see cref="Utility.Score"/> by points per unit of money. What costs nothing and has support comes
/// first; what nobody supports comes last, and is funded if it fits (as in pabutools). Exact; O(choices + projects log projects).</remarks>
public static class GreedyBudget
{
    /// <param name="election">Any.</param>
    /// <param name="utility">What orders the projects.</param>
    /// <param name="ties">Who goes first among equals; <see cref="TieOrder.Published"/> when null.</param>
    public static BudgetOutcome Count(BudgetElection election, Utility utility, TieOrder? ties = null)
    {
        ties ??= TieOrder.Published(election);
        var totals = Totals(election, utility);
        var order = Enumerable.Range(0, totals.Length).ToArray();
        Array.Sort(order, (a, b) => Compare(b, a) is var c && c != 0 ? c : ties.Rank(a).CompareTo(ties.Rank(b)));
        var votes = election.Votes();
        var (left, funded, accounts) = (election.BudgetUnits, new List<int>(), new ProjectAccount[totals.Length]);
        var before = new long[order.Length]; // what is left when each place in the order has its turn
        for (var place = 0; place < order.Length; place++)
        {
            var (project, cost) = (order[place], election.Costs[order[place]]);
            before[place] = left;
            accounts[project] = new() { Project = project, Votes = votes[project], Round = place + 1 };
            if (cost > left) continue;
            left -= cost;
            funded.Add(project);
            accounts[project] = accounts[project] with { By = FundedBy.Rule };
        }

        foreach (var project in order.Where(p => accounts[p].By == FundedBy.Nothing))
            accounts[project] = accounts[project] with { MissingMoney = (double)election.Money(election.Costs[project] - before[accounts[project].Round!.Value - 1]), MissingVotes = Missing(project) };
        return new() { Election = election, Funded = funded, Accounts = accounts };

        int Compare(int a, int b) => Density(a, b).CompareTo(Density(b, a));

        // Utility per cost of a, times the costs that make it comparable with b's.
        Int128 Density(int a, int b) => totals[a] <= 0 ? 0 : utility == Utility.Cost && election.Costs[a] > 0 && election.Costs[b] > 0 ? totals[a]
            : election.Costs[a] == 0 ? Int128.MaxValue : (Int128)totals[a] * Math.Max(1, election.Costs[b]);

        long? Missing(int project)
        {
            // The last place at which the money would still be there: passing before who holds it is enough.
            var place = Array.FindLastIndex(before, left => left >= election.Costs[project]);
            if (place < 0 || utility == Utility.Score) return null;
            var (holder, cost) = (order[place], (Int128)election.Costs[project]);
            if (election.Costs[holder] == 0 && totals[holder] > 0) return null;
            var needed = utility == Utility.Cost ? totals[holder] : (Int128)totals[holder] * cost / Math.Max(1, election.Costs[holder]);
            return (long)(needed + 1 - totals[project]);
        }
    }

    private static long[] Totals(BudgetElection election, Utility utility)
    {
        var totals = new long[election.Projects.Count];
        var chosen = election.Ballots.Projects;
        for (var i = 0; i < chosen.Length; i++) totals[chosen[i]] += utility == Utility.Score ? election.Ballots.Score(i) : 1;
        return totals;
    }
}
