namespace Trame.Engines.FairBudget;

/// <summary>The method of equal shares: the budget is shared equally between voters, and each funded project is paid by its supporters, as equally as possible.</summary>
/// <remarks>Peters, Pierczyński and Skowron, « Proportional participatory budgeting with additive utilities », NeurIPS 2021. Every voter gets budget / voters. For a project p,
/// ρ(p) is the least ρ with Σᵢ min(bᵢ, ρ uᵢ(p)) = cost(p), the sum over its supporters, bᵢ being what they have left. While some project can be afforded, the one with the
/// least ρ is bought and each supporter pays min(bᵢ, ρ uᵢ(p)). Projects that cost nothing are taken first; those without support never.
/// Exact: rounded numbers decide only with a proved margin, fractions of whole numbers otherwise. Deterministic. Time: rounds × choices in the worst case, far less in
/// practice; memory proportional to choices.</remarks>
public static class EqualShares
{
    /// <param name="election">At least one voter, or nothing is funded.</param>
    /// <param name="utility">What a funded project is worth to its supporters.</param>
    /// <param name="completion">What is done with the rest.</param>
    /// <param name="ties">Who goes first among equals; <see cref="TieOrder.Published"/> when null.</param>
    /// <param name="add1">The variant of add1; <see cref="Add1Options.Standard"/> when null.</param>
    /// <param name="progress">During add1: the share of the budget spent so far.</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BudgetOutcome Count(BudgetElection election, Utility utility, Completion completion = Completion.None, TieOrder? ties = null,
        Add1Options? add1 = null, IProgress<double>? progress = null, CancellationToken stop = default)
    {
        ties ??= TieOrder.Published(election);
        if (election.Voters == 0) return UtilitarianCompletion.Nothing(election);
        var types = VoterTypes.Of(election, utility);
        Rational endowment = completion is Completion.Add1 or Completion.Add1Utilitarian
            ? new Add1(types, ties).Run(add1 ?? Add1Options.Standard, progress, stop).Endowment
            : new(election.BudgetUnits, election.Voters);
        var outcome = Explained(types, ties, endowment, stop);
        return completion is Completion.Utilitarian or Completion.Add1Utilitarian ? UtilitarianCompletion.Of(outcome, ties) : outcome;
    }

    private static BudgetOutcome Explained(VoterTypes types, TieOrder ties, Rational endowment, CancellationToken stop)
    {
        var count = new SharesCount(types, ties);
        SharesAccounts? accounts = null;
        count.OnOpen = () => accounts = new(types, count.Purses, count.PriceNow);
        count.OnPurchase = (purchase, gives) => accounts!.Buy(purchase.Project, purchase.Price.Value, gives);
        var trace = count.Run(endowment, long.MaxValue, stop);
        var (tenths, nothing) = accounts!.Spent();
        return new()
        {
            Election = types.Election,
            Funded = [.. trace.Purchases.Select(p => p.Project)],
            Accounts = accounts.Close(missingVotes: true),
            Endowment = endowment.ToDouble() / types.Election.UnitsPerMoney,
            VotersByShareSpent = tenths,
            VotersWhoSpentNothing = nothing,
        };
    }
}
