namespace Trame.Engines.Mixing;

/// <summary>Spectral segregation: how much the ties of an organisation's group stay among its own, and those of its ties, and so on.</summary>
/// <remarks>
/// Echenique and Fryer 2007, "A measure of segregation based on social interactions", Quarterly Journal of Economics 122. R = ties as shares by row; B = R within a group; in each connected part of B,
/// λ its largest eigenvalue and x its eigenvector: the index of i is λ·xᵢ / mean(x), that of a part λ. 0: no tie with one's own; a part tied to itself only has λ = 1.
/// Nodes are organisations or places, never persons. Power iteration on B + 1, O(ties) a step; deterministic.
/// </remarks>
public static class SpectralSegregation
{
    private const int Steps = 100_000;
    private const double Settled = 1e-13;

    /// <summary>The index of each node.</summary>
    /// <param name="groups">The group of each node.</param>
    /// <param name="ties">Undirected, each said once, weight above 0 and finite; between two nodes.</param>
    /// <exception cref="ArgumentException">A tie is not between two nodes, or its weight is not above 0.</exception>
    public static IReadOnlyList<double> Of(IReadOnlyList<int> groups, IReadOnlyList<(int A, int B, double Weight)> ties)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(ties);
        var (own, all) = (Array.ConvertAll(new int[groups.Count], _ => new List<(int To, double Weight)>()), new double[groups.Count]);
        foreach (var (a, b, weight) in ties)
        {
            if ((uint)a >= (uint)groups.Count || (uint)b >= (uint)groups.Count || a == b || !(weight > 0) || !double.IsFinite(weight)) throw new ArgumentException($"The tie {a}-{b} of weight {weight} is none.", nameof(ties));
            all[a] += weight;
            all[b] += weight;
            if (groups[a] != groups[b]) continue;
            own[a].Add((b, weight));
            own[b].Add((a, weight));
        }

        var (index, seen) = (new double[groups.Count], new bool[groups.Count]);
        for (var first = 0; first < groups.Count; first++)
            if (!seen[first]) Measure(Part(first, own, seen), own, all, index);
        return index;
    }

    private static List<int> Part(int first, List<(int To, double Weight)>[] own, bool[] seen)
    {
        var part = new List<int> { first };
        seen[first] = true;
        for (var k = 0; k < part.Count; k++)
            foreach (var (to, _) in own[part[k]])
                if (!seen[to])
                {
                    seen[to] = true;
                    part.Add(to);
                }

        return part;
    }

    private static void Measure(List<int> part, List<(int To, double Weight)>[] own, double[] all, double[] index)
    {
        if (part.Count == 1) return;
        var x = part.ToDictionary(i => i, _ => 1.0 / part.Count);
        var value = 0.0;
        for (var step = 0; step < Steps; step++)
        {
            var next = part.ToDictionary(i => i, i => x[i] + own[i].Sum(t => t.Weight * x[t.To]) / all[i]); // one more on the diagonal: no oscillation
            var sum = next.Values.Sum();
            var moved = 0.0;
            foreach (var i in part)
            {
                moved = Math.Max(moved, Math.Abs(next[i] / sum - x[i]) * part.Count);
                x[i] = next[i] / sum;
            }

            value = sum - 1;
            if (moved < Settled) break;
        }

        foreach (var i in part) index[i] = value * x[i] * part.Count;
    }
}
