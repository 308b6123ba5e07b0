namespace Trame.Engines.Cooperation;

/// <summary>How good a division of a network is, straight from its definition.</summary>
public static class PartitionQuality
{
    /// <param name="network">Undirected or directed.</param>
    /// <param name="community">Community of each node, from 0; length: nodes.</param>
    /// <param name="quality">Which definition (<see cref="CommunityQuality"/>).</param>
    /// <param name="resolution">γ, at least 0.</param>
    /// <returns>0 for a network without ties. O(nodes + ties).</returns>
    /// <exception cref="ArgumentException">Lengths differ or a community is negative.</exception>
    public static double Of(Network network, IReadOnlyList<int> community, CommunityQuality quality = CommunityQuality.Modularity, double resolution = 1)
    {
        if (community.Count != network.Nodes) throw new ArgumentException("One community for each node is needed.", nameof(community));
        if (network.Nodes == 0) return 0;
        var count = community.Max() + 1;
        var (inside, into, outOf, size) = (0.0, new double[count], new double[count], new double[count]);
        var strengthsIn = network.StrengthsIn();
        for (var node = 0; node < network.Nodes; node++)
        {
            var own = community[node];
            if (own < 0) throw new ArgumentException("Communities are numbered from 0.", nameof(community));
            into[own] += strengthsIn[node];
            outOf[own] += network.Strength(node);
            size[own]++;
            inside += network.IsDirected ? network.Loop[node] : 2 * network.Loop[node];
            for (var arc = network.Start[node]; arc < network.Start[node + 1]; arc++)
                if (community[network.To[arc]] == own) inside += network.Weight[arc];
        }

        if (quality == CommunityQuality.Cpm) return inside - (resolution * size.Sum(n => n * (n - 1)));
        var total = network.IsDirected ? network.TotalWeight : 2 * network.TotalWeight;
        if (total == 0) return 0;
        var sum = inside;
        for (var own = 0; own < count; own++) sum -= resolution * into[own] * outOf[own] / total;
        return quality == CommunityQuality.Modularity ? sum / total : sum;
    }
}
