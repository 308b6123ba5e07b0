namespace Trame.Engines.Optimization;

/// <summary>Minimum-cost flow by the network simplex: exact in whole numbers.</summary>
/// <remarks>
/// Spanning trees that stay strongly feasible, so that it never cycles (Cunningham 1976); arcs are priced block by block (Grigoriadis 1986; Kiraly and Kovacs 2012).
/// Each pivot is O(cycle + subtree moved). Sums that overflow a long throw <see cref="OverflowException"/>. Deterministic.
/// </remarks>
public static class MinimumCostFlow
{
    /// <summary>Solves a network.</summary>
    /// <param name="network">Nodes and arcs.</param>
    /// <param name="limits">Time and iterations; none when null.</param>
    /// <param name="stop">Ends with <see cref="SolveStatus.Cancelled"/>.</param>
    /// <exception cref="OverflowException">A sum of supplies, flows or costs does not fit in a long.</exception>
    public static FlowSolution Solve(FlowNetwork network, SolveLimits? limits = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        var budget = new Budget(limits ?? SolveLimits.None, stop);
        var sum = network.Supplies.Sum(); // Sum checks for overflow
        if (sum != 0) return Answer(network, null, SolveStatus.Infeasible, budget) with { Crowded = Unbalanced(network, sum) };
        var tree = new NetworkSimplex(network, useCosts: true);
        var end = tree.Run(budget);
        if (end == SimplexEnd.Unbounded)
        {
            var feasible = new NetworkSimplex(network, useCosts: false);
            if (feasible.Run(budget) == SimplexEnd.Done && !feasible.IsFeasible) (tree, end) = (feasible, SimplexEnd.Done);
        }
        if (end == SimplexEnd.Stopped) return Answer(network, tree, budget.Stopped!.Value, budget);
        if (end == SimplexEnd.Unbounded) return Answer(network, tree, SolveStatus.Unbounded, budget) with { Cycle = tree.Cycle };
        return tree.IsFeasible
            ? Answer(network, tree, SolveStatus.Optimal, budget)
            : Answer(network, tree, SolveStatus.Infeasible, budget) with { Crowded = tree.Crowded() };
    }

    /// <summary>Everything is given and nobody takes: all nodes. The other way round, no set of nodes gives too much; the empty list says so.</summary>
    private static IReadOnlyList<int> Unbalanced(FlowNetwork network, long sum) => sum > 0 ? [.. Enumerable.Range(0, network.NodeCount)] : [];

    private static FlowSolution Answer(FlowNetwork network, NetworkSimplex? tree, SolveStatus status, Budget budget)
    {
        var flows = tree?.Flows() ?? new long[network.Arcs.Count];
        var cost = 0L;
        if (status == SolveStatus.Optimal) for (var a = 0; a < flows.Length; a++) cost += network.Arcs[a].Cost * flows[a];
        return new() { Status = status, Cost = cost, Flows = flows, Potentials = tree?.Potentials() ?? new long[network.NodeCount], Iterations = budget.Iterations };
    }
}
