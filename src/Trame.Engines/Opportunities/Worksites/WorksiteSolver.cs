namespace Trame.Engines.Opportunities.Worksites;

/// <summary>Sends the people of a citizen day to worksites: wishes, skills, languages, families together, access, least and most per site, mixed teams; and balances again after walk-ins and absences.</summary>
/// <remarks>
/// Lower bound: a flow in which families may part and people with a needed skill count in no group (whole numbers, network simplex). Plan: that flow with each family brought together, then moves and exchanges while they gain.
/// With few families that part, branch and bound on what the flow got wrong closes the gap; with many, some families are released and fitted in again (large neighbourhoods, Shaw 1998), and the gap is stated. To balance again, give the remaining and new people with <see cref="Volunteer.Told"/>:
/// each one sent elsewhere costs <see cref="WorksiteWeights.Moved"/>. Places and languages bind; all the rest has a price, so that there is always a plan: who waits and what lacks is said.
/// Deterministic for a number of nodes. One node: a flow of people + sites · (skills + groups) nodes, then O(passes · people · sites). No score of anybody: a plan only.
/// </remarks>
public static class WorksiteSolver
{
    /// <summary>Makes a plan.</summary>
    /// <param name="sites">At most 1,000.</param>
    /// <param name="people">At most 20,000.</param>
    /// <param name="weights">What each thing costs; the usual ones when null.</param>
    /// <param name="nodes">Relaxations solved at most, at least 1.</param>
    /// <param name="stop">Ends the search with the best plan so far.</param>
    /// <exception cref="ArgumentException">A number is out of its range, a wish is no site or comes twice, an id comes twice, a family has more than 10 people.</exception>
    public static WorksitePlan Solve(IReadOnlyList<Worksite> sites, IReadOnlyList<Volunteer> people, WorksiteWeights? weights = null, int nodes = 20, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(sites);
        ArgumentNullException.ThrowIfNull(people);
        if (nodes < 1) throw new ArgumentException("at least one node.", nameof(nodes));
        WorksiteCheck.Of(sites, people, weights ?? new());
        return new WorksiteSearch(new WorksiteDay(sites, people, weights ?? new())).Run(nodes, stop);
    }
}
