namespace Trame.Engines.Sortition;

/// <summary>People who stand ready to replace members of a drawn panel.</summary>
/// <remarks>For each member, in a random order, whoever counts in the most of the same quotas and in the fewest others, at random among equals; never somebody of a panel member's household, nor two of one household. O(seats × people × quotas).</remarks>
public static class Reserves
{
    /// <param name="problem">The pool.</param>
    /// <param name="panel">The drawn panel, as places in the pool.</param>
    /// <param name="count">At most so many reserves.</param>
    /// <param name="chance">Random orders.</param>
    /// <returns>Places in the pool, in the order in which they should be called.</returns>
    public static IReadOnlyList<int> Of(SortitionProblem problem, IReadOnlyList<int> panel, int count, DrawStream chance)
    {
        var counts = problem.Pool.Select(person => problem.Quotas.Select(q => problem.Counts(q, person)).ToArray()).ToArray();
        var homes = panel.Select(i => problem.Pool[i].Household).OfType<string>().ToHashSet();
        var left = Enumerable.Range(0, problem.Pool.Count).Except(panel).ToList();
        var stay = problem.AlreadySelected.ToHashSet();
        var members = panel.Where(i => !stay.Contains(problem.Pool[i].Id)).ToList();
        chance.Shuffle(left);
        chance.Shuffle(members);
        var reserves = new List<int>();
        for (var turn = 0; reserves.Count < count && members.Count > 0; turn++)
        {
            left.RemoveAll(i => problem.Pool[i].Household is { } home && homes.Contains(home));
            if (left.Count == 0) break;
            var wanted = counts[members[turn % members.Count]];
            var nearest = left.MinBy(i => counts[i].Zip(wanted, (a, b) => a == b ? 0 : 1).Sum());
            reserves.Add(nearest);
            left.Remove(nearest);
            if (problem.Pool[nearest].Household is { } taken) homes.Add(taken);
        }
        return reserves;
    }
}
