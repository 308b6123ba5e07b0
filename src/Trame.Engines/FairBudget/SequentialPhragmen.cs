namespace Trame.Engines.FairBudget;

/// <summary>Phragmén's sequential rule: every voter's purse fills at the same speed; a project is bought as soon as its supporters have its cost between them.</summary>
/// <remarks>Los, Christoff and Grossi, « Proportional budget allocations: towards a systematization », IJCAI 2022 (after Phragmén 1894). Each voter carries a load, at first 0.
/// Buying p raises its supporters' loads to (their loads + cost) / supporters; the project with the least such load is bought. The rule stops when one of the projects
/// with the least load does not fit in the budget (as pabutools). Ballots count by whom they name, not by points or ranks. What nobody supports is never bought, nor what
/// costs more than the budget. Loads are kept exactly and compared exactly where rounded numbers are too close. O(rounds × choices) at worst.</remarks>
public static class SequentialPhragmen
{
    /// <param name="election">Any.</param>
    /// <param name="ties">Who goes first among equals; <see cref="TieOrder.Published"/> when null.</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BudgetOutcome Count(BudgetElection election, TieOrder? ties = null, CancellationToken stop = default)
    {
        ties ??= TieOrder.Published(election);
        var loads = new PhragmenLoads(VoterTypes.Of(election, Utility.Cardinality));
        var running = Enumerable.Range(0, election.Projects.Count).Where(p => loads.Supporters(p) > 0 && election.Costs[p] <= election.BudgetUnits).ToList();
        var (left, funded) = (election.BudgetUnits, new List<int>());
        var votes = election.Votes();
        var accounts = votes.Select((v, p) => new ProjectAccount { Project = p, Votes = v }).ToArray();
        while (running.Count > 0)
        {
            stop.ThrowIfCancellationRequested();
            var least = loads.Least(running);
            if (least.Exists(p => election.Costs[p] > left)) break;
            var project = least.MinBy(ties.Rank);
            accounts[project] = accounts[project] with { By = FundedBy.Rule, Round = funded.Count + 1, Price = loads.Price(project), PaidPrice = votes[project] };
            loads.Buy(project);
            running.Remove(project);
            funded.Add(project);
            left -= election.Costs[project];
        }

        var end = running.Count > 0 ? loads.Least(running)[0] : -1; // what did not fit ends the count: the others had to be reached before it
        for (var p = 0; p < accounts.Length; p++)
        {
            if (accounts[p].By != FundedBy.Nothing) continue;
            accounts[p] = accounts[p] with
            {
                MissingMoney = (double)election.Money(Math.Max(0, election.Costs[p] - left)),
                MissingVotes = end >= 0 && election.Costs[p] <= left ? loads.VotesToPrecede(p, end) : null,
            };
        }

        return new() { Election = election, Funded = funded, Accounts = accounts };
    }
}
