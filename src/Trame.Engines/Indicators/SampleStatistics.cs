namespace Trame.Engines.Indicators;

/// <summary>Figures of a sample; values that are NaN are not there.</summary>
internal static class SampleStatistics
{
    public static double Mean(IReadOnlyList<double> x)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in x) if (!double.IsNaN(value)) (sum, count) = (sum + value, count + 1);
        return sum / count;
    }

    /// <summary>Standard deviation over n − 1.</summary>
    public static double Deviation(IReadOnlyList<double> x)
    {
        var (mean, sum, count) = (Mean(x), 0.0, 0);
        foreach (var value in x) if (!double.IsNaN(value)) (sum, count) = (sum + ((value - mean) * (value - mean)), count + 1);
        return Math.Sqrt(sum / (count - 1));
    }

    /// <summary>Correlation over the units that have both; 0 when one is constant there.</summary>
    public static double Correlation(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double[] a = [.. x.Select((v, i) => double.IsNaN(y[i]) ? double.NaN : v)], b = [.. y.Select((v, i) => double.IsNaN(x[i]) ? double.NaN : v)];
        var (meanA, meanB, ab, aa, bb) = (Mean(a), Mean(b), 0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            if (double.IsNaN(a[i])) continue;
            var (p, q) = (a[i] - meanA, b[i] - meanB);
            (ab, aa, bb) = (ab + (p * q), aa + (p * p), bb + (q * q));
        }

        return aa > 0 && bb > 0 ? Math.Clamp(ab / Math.Sqrt(aa) / Math.Sqrt(bb), -1, 1) : 0;
    }

    /// <summary>Quantile between the two nearest order statistics, (n − 1)p + 1 (type 7 of Hyndman and Fan 1996).</summary>
    public static double Quantile(IReadOnlyList<double> x, double p) => QuantileOfSorted([.. x.Where(v => !double.IsNaN(v)).Order()], p);

    public static double QuantileOfSorted(ReadOnlySpan<double> sorted, double p)
    {
        var at = (sorted.Length - 1) * p;
        var low = (int)Math.Floor(at);
        return low + 1 < sorted.Length && at > low ? sorted[low] + ((at - low) * (sorted[low + 1] - sorted[low])) : sorted[low];
    }

    /// <summary>Ranks from 1 for the lowest, ties at their mean; NaN keeps NaN.</summary>
    public static double[] Ranks(IReadOnlyList<double> x)
    {
        int[] order = [.. Enumerable.Range(0, x.Count).Where(i => !double.IsNaN(x[i])).OrderBy(i => x[i])];
        var ranks = new double[x.Count];
        Array.Fill(ranks, double.NaN);
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to + 1 < order.Length && Same(x[order[to + 1]], x[order[from]])) to++;
            for (var k = from; k <= to; k++) ranks[order[k]] = 1 + ((from + to) / 2.0);
            from = to + 1;
        }

        return ranks;
    }

    /// <summary>Whether two scores differ by no more than the roundings of their computation.</summary>
    public static bool Same(double a, double b) => Math.Abs(a - b) <= 1e-12 * Math.Max(1e-3, Math.Max(Math.Abs(a), Math.Abs(b)));
}
