using System.Runtime.CompilerServices;

namespace Trame.Engines.Cooperation;

/// <summary>What Leiden walks on at one level: arcs without loops, and two masses per node whose product is the ties expected by chance.</summary>
/// <remarks>Gain of node i joining community c: w(i, c) − <see cref="Price"/> (a_i B_c + b_i A_c). Undirected: a = b.</remarks>
internal sealed class LeidenGraph
{
    public required int Count { get; init; }

    public required int[] Start { get; init; }

    public required int[] To { get; init; }

    public required double[] Weight { get; init; }

    /// <summary>a and b of each node, side by side: they are always read together.</summary>
    public required double[] Mass { get; init; }

    public required double Price { get; init; }

    public static LeidenGraph Of(Network network, CommunityQuality quality, double resolution)
    {
        var mass = new double[2 * network.Nodes];
        var isCpm = quality == CommunityQuality.Cpm;
        var strengthsIn = network.StrengthsIn();
        for (var node = 0; node < network.Nodes; node++)
            (mass[2 * node], mass[(2 * node) + 1]) = isCpm ? (1, 1) : (network.Strength(node), strengthsIn[node]);
        var total = network.IsDirected ? network.TotalWeight : 2 * network.TotalWeight;
        var price = resolution * (isCpm || total == 0 ? 1 : 1 / total) * (network.IsDirected ? 1 : 0.5);
        var arcs = network.IsDirected ? BothWays(network) : network;
        return new() { Count = network.Nodes, Start = arcs.Start, To = arcs.To, Weight = arcs.Weight, Mass = mass, Price = price };
    }

    /// <summary>The same with groups as nodes. O(nodes + arcs).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public LeidenGraph Merge(int[] group, int groups)
    {
        var (first, members) = Members.By(group, groups, Count);
        var (mass, start) = (new double[2 * groups], new int[groups + 1]);
        var (to, weight, filled) = (new int[To.Length], new double[To.Length], 0);
        var place = new int[groups]; // where the arc to a group stands in the row being filled, when after the row's start
        Array.Fill(place, -1);
        for (var own = 0; own < groups; own++)
        {
            for (var k = first[own]; k < first[own + 1]; k++)
            {
                var node = members[k];
                mass[2 * own] += Mass[2 * node];
                mass[(2 * own) + 1] += Mass[(2 * node) + 1];
                for (var arc = Start[node]; arc < Start[node + 1]; arc++)
                {
                    var other = group[To[arc]];
                    if (other == own) continue;
                    if (place[other] >= start[own]) { weight[place[other]] += Weight[arc]; continue; }
                    place[other] = filled;
                    (to[filled], weight[filled++]) = (other, Weight[arc]);
                }
            }

            start[own + 1] = filled;
        }

        return new() { Count = groups, Start = start, To = to[..filled], Weight = weight[..filled], Mass = mass, Price = Price };
    }

    private static Network BothWays(Network network)
    {
        var ties = new List<Tie>(network.To.Length);
        for (var node = 0; node < network.Nodes; node++)
            for (var arc = network.Start[node]; arc < network.Start[node + 1]; arc++) ties.Add(new(node, network.To[arc], network.Weight[arc]));
        return Network.Of(network.Nodes, ties);
    }
}
