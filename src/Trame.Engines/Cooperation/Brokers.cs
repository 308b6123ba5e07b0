namespace Trame.Engines.Cooperation;

/// <summary>Who stands between others.</summary>
public static class Brokers
{
    /// <summary>Betweenness: the share of pairs of others whose shortest ways (in number of ties) pass by the node; ways share equally. In [0, 1].</summary>
    /// <returns>One per node; zeros below three nodes. O(nodes × ties) (Brandes 2001).</returns>
    public static IReadOnlyList<double> Betweenness(Network network, CancellationToken stop = default)
    {
        var n = network.Nodes;
        var (between, ways, far, owed, order) = (new double[n], new double[n], new int[n], new double[n], new int[n]);
        for (var from = 0; from < n; from++)
        {
            stop.ThrowIfCancellationRequested();
            Array.Clear(ways);
            Array.Clear(owed);
            Array.Fill(far, -1);
            var reached = 1;
            (order[0], ways[from], far[from]) = (from, 1, 0);
            for (var k = 0; k < reached; k++)
                foreach (var other in network.Neighbours(order[k]))
                {
                    if (far[other] < 0) (far[other], order[reached++]) = (far[order[k]] + 1, other);
                    if (far[other] == far[order[k]] + 1) ways[other] += ways[order[k]];
                }

            for (var k = reached - 1; k > 0; k--)
            {
                foreach (var other in network.Neighbours(order[k]))
                    if (far[other] == far[order[k]] + 1) owed[order[k]] += ways[order[k]] / ways[other] * (1 + owed[other]);
                between[order[k]] += owed[order[k]];
            }
        }

        return n < 3 ? between : [.. between.Select(b => b / ((n - 1.0) * (n - 2)))];
    }

    /// <summary>Burt's constraint: how far a node's partners are tied to each other; low for a broker, 1/k at the middle of a star of k, not a number without ties.</summary>
    /// <returns>Σ_j (p_ij + Σ_q p_iq p_qj)², p = share of a node's strength, both directions added (Burt 1992, "Structural Holes", eq. 2.4). O(Σ degree²).</returns>
    public static IReadOnlyList<double> Constraint(Network network)
    {
        var both = network.IsDirected ? Network.Of(network.Nodes, [.. Enumerable.Range(0, network.Nodes).SelectMany(n => network.Neighbours(n).ToArray().Select(o => new Tie(n, o, network.WeightOf(n, o))))]) : network;
        double[] strength = [.. Enumerable.Range(0, both.Nodes).Select(n => both.Strength(n) - (2 * both.Loop[n]))];
        return [.. Enumerable.Range(0, both.Nodes).Select(n => strength[n] > 0 ? Constraint(n, both, strength) : double.NaN)];
    }

    private static double Constraint(int node, Network network, double[] strength)
    {
        var tied = new Dictionary<int, double>();
        for (var k = network.Start[node]; k < network.Start[node + 1]; k++)
        {
            var (partner, share) = (network.To[k], network.Weight[k] / strength[node]);
            tied[partner] = tied.GetValueOrDefault(partner) + share;
            for (var l = network.Start[partner]; l < network.Start[partner + 1]; l++)
                if (network.To[l] != node && network.WeightOf(node, network.To[l]) > 0)
                    tied[network.To[l]] = tied.GetValueOrDefault(network.To[l]) + (share * network.Weight[l] / strength[partner]);
        }

        return tied.Values.Sum(t => t * t);
    }
}
