namespace Trame.Engines.FairBudget;

/// <summary>Equal shares with bounded overspending: a project may be bought before its supporters have its whole cost, at a price that grows with what is missing.</summary>
/// <remarks>Papasotiropoulos, Pishbin, Skibski, Skowron and Wąs, « Method of Equal Shares with Bounded Overspending », 2024. For a project p and a payment L per point of score,
/// supporters gather Σᵢ min(bᵢ, L sᵢ), a share α ≤ 1 of the cost; ρ = L / (α worth). Among projects that fit in what is left of the budget, the one with the least ρ/α is bought,
/// and supporters pay min(bᵢ, sᵢ L/α). ρ/α is least where a supporter is just emptied, or where α = 1, so only those L are tried. It never rises when
/// voters have more, so the last value is a lower bound. Numbers are rounded to 53 bits (exact prices would double in length every round): values within a
/// part in 10¹¹ are a tie, decided by the tie order, and for one project by the larger α; less than that part of an endowment is an empty purse. O(rounds × choices × log) at worst.</remarks>
public static class BoundedOverspending
{
    /// <summary>Values this close, relatively, are equal.</summary>
    internal const double Tie = 1e-11;

    /// <param name="election">Any.</param>
    /// <param name="utility">What a funded project is worth to its supporters; the reference uses <see cref="Utility.Cost"/>.</param>
    /// <param name="ties">Who goes first among equals; <see cref="TieOrder.Published"/> when null.</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BudgetOutcome Count(BudgetElection election, Utility utility, TieOrder? ties = null, CancellationToken stop = default)
    {
        ties ??= TieOrder.Published(election);
        if (election.Voters == 0) return UtilitarianCompletion.Nothing(election);
        var types = VoterTypes.Of(election, utility);
        var purses = new Purses(types);
        purses.Open(new(election.BudgetUnits, election.Voters));
        var search = new OverspendingSearch(types, purses);
        var accounts = new SharesAccounts(types, purses, search.PriceNow);
        var (left, funded) = (election.BudgetUnits, new List<int>());
        var running = Enumerable.Range(0, types.Total.Length).Where(p => types.Total[p] > 0).ToList();
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            running.RemoveAll(p => election.Costs[p] > left);
            var best = search.Least(running);
            if (best.Count == 0) break;
            var least = best.Min(b => b.Value);
            var chosen = best.Where(b => b.Value <= least * (1 + Tie)).MinBy(b => ties.Rank(b.Project));
            search.Pay(chosen, accounts);
            running.Remove(chosen.Project);
            funded.Add(chosen.Project);
            left -= election.Costs[chosen.Project];
        }

        var (tenths, nothing) = accounts.Spent();
        return new()
        {
            Election = election, Funded = funded, Accounts = accounts.Close(missingVotes: false), Endowment = (double)election.Budget / election.Voters,
            VotersByShareSpent = tenths, VotersWhoSpentNothing = nothing,
        };
    }
}
