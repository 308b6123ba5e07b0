namespace Trame.Engines.FairBudget;

/// <summary>EJR up to one project, tried on every set of projects: for small elections, to check the rules and to teach.</summary>
/// <remarks>Peters, Pierczyński and Skowron 2021: a group whose members all name every project of a set T, and whose share of the budget pays for T, must have a member with
/// u(W) ≥ u(T), or with u(W ∪ {p}) > u(T) for some project p. Utilities by cost or by number. O(2^projects × choices).</remarks>
public static class EjrExhaustive
{
    /// <summary>More projects than this are refused.</summary>
    public const int MostProjects = 20;

    /// <summary>A set T whose group is wronged, by indices; null when there is none.</summary>
    /// <exception cref="ArgumentException">More than <see cref="MostProjects"/> projects, or utilities by score.</exception>
    public static IReadOnlyList<int>? Violation(BudgetOutcome outcome, Utility utility)
    {
        var election = outcome.Election;
        if (election.Projects.Count > MostProjects) throw new ArgumentException($"At most {MostProjects} projects.", nameof(outcome));
        if (utility == Utility.Score) throw new ArgumentException("By cost or by number only.", nameof(utility));
        var ballots = Enumerable.Range(0, election.Voters).Select(v => election.Ballot(v).Aggregate(0, (set, c) => set | (1 << c.Project))).ToList();
        var funded = outcome.Funded.Aggregate(0, (set, p) => set | (1 << p));
        for (var set = 1; set < 1 << election.Projects.Count; set++)
        {
            var wanted = Worth(set);
            var wronged = ballots.Count(b => (b & set) == set && Worth(b & funded) < wanted && Worth(b & funded) + Projects(b & ~funded).Max(p => Worth(1 << p)) <= wanted);
            if (wronged > 0 && (Int128)wronged * election.BudgetUnits >= (Int128)election.Voters * Projects(set).Sum(p => election.Costs[p])) return [.. Projects(set)];
        }

        return null;

        long Worth(int set) => utility == Utility.Cost ? Projects(set).Sum(p => election.Costs[p]) : Projects(set).Count();

        IEnumerable<int> Projects(int set) => Enumerable.Range(0, election.Projects.Count).Where(p => (set >> p & 1) == 1);
    }
}
