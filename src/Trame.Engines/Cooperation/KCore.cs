namespace Trame.Engines.Cooperation;

/// <summary>How deep each node is in the network: the largest k such that it belongs to a set where each has at least k partners inside.</summary>
public static class KCore
{
    /// <returns>Core number of each node, loops and weights left out. O(nodes + ties) (Batagelj and Zaveršnik 2003).</returns>
    /// <exception cref="ArgumentException">The network is directed.</exception>
    public static IReadOnlyList<int> Of(Network network)
    {
        if (network.IsDirected) throw new ArgumentException("An undirected network is needed.", nameof(network));
        int[] degree = [.. Enumerable.Range(0, network.Nodes).Select(n => network.Neighbours(n).Length)];
        var (first, order) = Members.By(degree, network.Nodes == 0 ? 0 : degree.Max() + 1, network.Nodes);
        var place = new int[network.Nodes];
        for (var k = 0; k < order.Length; k++) place[order[k]] = k;
        for (var k = 0; k < order.Length; k++)
            foreach (var other in network.Neighbours(order[k]))
            {
                if (degree[other] <= degree[order[k]]) continue;
                var front = Math.Max(first[degree[other]], k + 1); // it goes to the front of its degree, which then starts one later
                var there = order[front];
                (order[place[other]], order[front]) = (there, other);
                (place[there], place[other]) = (place[other], front);
                first[degree[other]] = front + 1;
                degree[other]--;
            }

        return degree;
    }
}
