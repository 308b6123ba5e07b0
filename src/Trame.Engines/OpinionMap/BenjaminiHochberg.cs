namespace Trame.Engines.OpinionMap;

/// <summary>Control of the false discovery rate over many tests.</summary>
public static class BenjaminiHochberg
{
    /// <summary>Adjusted p-values: keeping those at most q keeps, on average, at most a share q of false ones (Benjamini and Hochberg 1995; valid under positive dependence).</summary>
    /// <param name="p">p-values in [0, 1], any order.</param>
    /// <returns>In the same order: min over larger or equal p of p·m / rank, at most 1. O(m log m).</returns>
    public static double[] Adjusted(IReadOnlyList<double> p)
    {
        int[] order = [.. Enumerable.Range(0, p.Count).OrderByDescending(i => p[i])];
        var adjusted = new double[p.Count];
        var smallest = 1.0;
        for (var i = 0; i < order.Length; i++)
        {
            smallest = Math.Min(smallest, p[order[i]] * p.Count / (p.Count - i));
            adjusted[order[i]] = smallest;
        }

        return adjusted;
    }
}
