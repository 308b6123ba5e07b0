namespace Trame.Engines.Cooperation;

/// <summary>A weighted network of organisations and places, undirected or directed; ties said twice are one tie with the sum of their weights.</summary>
/// <remarks>Rows of arcs in flat arrays, each row sorted by neighbour. Building is O(nodes + ties). Immutable, thread-safe. Never of persons (R6): the names of nodes stay with the caller.</remarks>
public sealed class Network
{
    private Network(int nodes, bool isDirected) => (Nodes, IsDirected, Start, To, Weight, Loop) = (nodes, isDirected, new int[nodes + 1], [], [], new double[nodes]);

    /// <summary>How many nodes, numbered from 0.</summary>
    public int Nodes { get; }

    /// <summary>Whether a tie from a to b says nothing of b to a.</summary>
    public bool IsDirected { get; }

    /// <summary>Sum of the weights of the ties, each once, loops included.</summary>
    public double TotalWeight { get; private set; }

    /// <summary>Different ties, loops included.</summary>
    public int Ties { get; private set; }

    // Arcs out of each node without loops; both directions of an undirected tie.
    internal int[] Start { get; private set; }

    internal int[] To { get; private set; }

    internal double[] Weight { get; private set; }

    internal double[] Loop { get; }

    /// <param name="nodes">How many nodes.</param>
    /// <param name="ties">In any order, repeated or not.</param>
    /// <param name="isDirected">Whether the order of a tie's two ends matters.</param>
    /// <exception cref="ArgumentException">A node outside the network, or a weight that is negative or not a number.</exception>
    public static Network Of(int nodes, IReadOnlyList<Tie> ties, bool isDirected = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodes);
        var network = new Network(nodes, isDirected);
        network.Fill(ties);
        return network;
    }

    /// <summary>The nodes tied to this one (out of it when directed), in ascending order, itself left out.</summary>
    public ReadOnlySpan<int> Neighbours(int node) => To.AsSpan(Start[node]..Start[node + 1]);

    /// <summary>The weights of the ties to <see cref="Neighbours"/>, in the same order.</summary>
    public ReadOnlySpan<double> Weights(int node) => Weight.AsSpan(Start[node]..Start[node + 1]);

    /// <summary>Weight of the tie from one node to another, 0 without one. O(log neighbours).</summary>
    public double WeightOf(int source, int target)
    {
        if (source == target) return Loop[source];
        var at = Array.BinarySearch(To, Start[source], Start[source + 1] - Start[source], target);
        return at < 0 ? 0 : Weight[at];
    }

    /// <summary>Sum of the weights at a node (out of it when directed); an undirected loop counts twice.</summary>
    public double Strength(int node)
    {
        var sum = IsDirected ? Loop[node] : 2 * Loop[node];
        foreach (var weight in Weights(node)) sum += weight;
        return sum;
    }

    /// <summary>Sum of the weights into each node; the same as <see cref="Strength"/> when undirected. Length: nodes.</summary>
    public double[] StrengthsIn()
    {
        var sums = new double[Nodes];
        for (var node = 0; node < Nodes; node++) sums[node] = IsDirected ? Loop[node] : 2 * Loop[node];
        for (var arc = 0; arc < To.Length; arc++) sums[To[arc]] += Weight[arc];
        return sums;
    }

    private void Fill(IReadOnlyList<Tie> ties)
    {
        var (sources, targets, weights) = Arcs(ties);
        var byTarget = Order(targets, null);
        var order = Order(sources, byTarget); // two stable counting sorts: by source, then by target
        var (to, weight, filled) = (new int[order.Length], new double[order.Length], 0);
        for (var k = 0; k < order.Length; k++)
        {
            var arc = order[k];
            var isSame = k > 0 && sources[order[k - 1]] == sources[arc] && to[filled - 1] == targets[arc];
            if (isSame) { weight[filled - 1] += weights[arc]; continue; }
            (to[filled], weight[filled++]) = (targets[arc], weights[arc]);
            Start[sources[arc] + 1]++;
        }

        for (var node = 0; node < Nodes; node++) Start[node + 1] += Start[node];
        (To, Weight) = (to[..filled], weight[..filled]);
        var loops = Loop.Count(l => l > 0);
        Ties = (IsDirected ? filled : filled / 2) + loops;
        TotalWeight = (Weight.Sum() / (IsDirected ? 1 : 2)) + Loop.Sum();
    }

    private (int[] Sources, int[] Targets, double[] Weights) Arcs(IReadOnlyList<Tie> ties)
    {
        var room = IsDirected ? ties.Count : checked(2 * ties.Count);
        var (sources, targets, weights, filled) = (new int[room], new int[room], new double[room], 0);
        foreach (var (source, target, weight) in ties)
        {
            if ((uint)source >= (uint)Nodes || (uint)target >= (uint)Nodes) throw new ArgumentException($"The tie {source}-{target} leaves a network of {Nodes} nodes.", nameof(ties));
            if (!(weight >= 0 && double.IsFinite(weight))) throw new ArgumentException($"The tie {source}-{target} weighs {weight}: a finite weight of at least 0 is needed.", nameof(ties));
            if (weight == 0) continue;
            if (source == target) { Loop[source] += weight; continue; }
            (sources[filled], targets[filled], weights[filled++]) = (source, target, weight);
            if (!IsDirected) (sources[filled], targets[filled], weights[filled++]) = (target, source, weight);
        }

        return (sources[..filled], targets[..filled], weights[..filled]);
    }

    private int[] Order(int[] keys, int[]? before)
    {
        var places = new int[Nodes + 1];
        foreach (var key in keys) places[key + 1]++;
        for (var node = 0; node < Nodes; node++) places[node + 1] += places[node];
        var order = new int[keys.Length];
        for (var k = 0; k < keys.Length; k++)
        {
            var arc = before is null ? k : before[k];
            order[places[keys[arc]]++] = arc;
        }

        return order;
    }
}
