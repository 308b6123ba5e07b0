namespace Trame.Engines.FairBudget;

/// <summary>Adds projects by number of votes, skipping what does not fit in what is left of the budget.</summary>
/// <remarks>Votes are ballots that name the project, whatever the utility. As in the reference, a project that nobody named may be added last.</remarks>
internal static class UtilitarianCompletion
{
    public static BudgetOutcome Of(BudgetOutcome outcome, TieOrder ties)
    {
        var election = outcome.Election;
        var (funded, accounts) = (outcome.Funded.ToList(), outcome.Accounts.ToArray());
        var left = election.BudgetUnits - funded.Sum(p => election.Costs[p]);
        foreach (var project in Enumerable.Range(0, accounts.Length).Except(outcome.Funded).OrderByDescending(p => accounts[p].Votes).ThenBy(ties.Rank))
        {
            if (election.Costs[project] > left) continue;
            left -= election.Costs[project];
            funded.Add(project);
            accounts[project] = accounts[project] with { By = FundedBy.UtilitarianCompletion };
        }

        return outcome with { Funded = funded, Accounts = accounts };
    }

    /// <summary>What is funded when nobody votes.</summary>
    public static BudgetOutcome Nothing(BudgetElection election) => new()
    {
        Election = election,
        Funded = [],
        Accounts = [.. election.Projects.Select((_, p) => new ProjectAccount { Project = p, Votes = 0 })],
    };
}
