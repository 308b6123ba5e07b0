using Trame.Engines.OpinionMap.Robust;

namespace Trame.Engines.Indicators;

/// <summary>First principal component of correlations (Pearson 1901; Hotelling 1933): unit loadings, turned so that they add up to something positive.</summary>
internal static class PrincipalComponent
{
    /// <returns>Loadings and the component's share of the variance. O(k²n + k³).</returns>
    public static (double[] Loadings, double Share) First(double[][] columns)
    {
        var k = columns.Length;
        var correlations = new double[k * k];
        for (var a = 0; a < k; a++)
            for (var b = a; b < k; b++) correlations[(a * k) + b] = correlations[(b * k) + a] = a == b ? 1 : SampleStatistics.Correlation(columns[a], columns[b]);
        var (values, vectors) = SmallSystem.Eigen(correlations, k);
        double[] loadings = [.. Enumerable.Range(0, k).Select(j => vectors[j * k])];
        var sum = loadings.Sum();
        if (sum < -1e-12 || (Math.Abs(sum) <= 1e-12 && loadings.First(l => Math.Abs(l) > 1e-12) < 0)) loadings = [.. loadings.Select(l => -l)];
        return (loadings, values[0] / k);
    }
}
