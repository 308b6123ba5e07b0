using Trame.Engines.Indicators.Areas;
using Trame.Engines.OpinionMap.Robust;

namespace Trame.Engines.Indicators.Participation;

/// <summary>Compares how long attendance lasts in two groups or more (Mantel 1966; Peto and Peto 1972).</summary>
/// <remarks>At each departure the groups' expected share is their share of those still there; variance of the multiple hypergeometric law. O(n log n + groups³). Good from about five expected departures per group on.</remarks>
public static class LogRank
{
    /// <summary>The comparison.</summary>
    /// <param name="groups">At least two, none empty.</param>
    /// <exception cref="ArgumentException">Fewer than two groups, an empty one, or a length that is not positive.</exception>
    public static LogRankResult Of(IReadOnlyList<IReadOnlyList<Stay>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count < 2) throw new ArgumentException("at least two groups.", nameof(groups));
        foreach (var group in groups) AttendanceCurve.Check(group);
        var k = groups.Count;
        var (observed, expected, variance) = (new double[k], new double[k], new double[k * k]);
        double[] there = [.. groups.Select(g => (double)g.Count)];
        foreach (var same in groups.SelectMany((g, i) => g.Select(s => (Stay: s, Group: i))).GroupBy(s => s.Stay.Length).OrderBy(g => g.Key))
        {
            Step(same.Count(s => s.Stay.Left), there, expected, variance);
            foreach (var (stay, group) in same)
            {
                if (stay.Left) observed[group]++;
                there[group]--;
            }
        }

        var (distance, freedom) = Distance(observed, expected, variance);
        return new(observed, expected, distance, freedom > 0 ? GammaLaw.ChiSquaredAbove(distance, freedom) : 1);
    }

    private static void Step(int left, double[] there, double[] expected, double[] variance)
    {
        var (all, k) = (there.Sum(), there.Length);
        if (left == 0) return;
        for (var a = 0; a < k; a++)
        {
            expected[a] += left * there[a] / all;
            if (all <= 1) continue;
            var scale = left * (all - left) / (all * all * (all - 1));
            for (var b = 0; b < k; b++) variance[(a * k) + b] += scale * there[a] * ((a == b ? all : 0) - there[b]);
        }
    }

    /// <summary>(O − E)ᵀ V⁻ (O − E) through the eigenvectors of V that vary.</summary>
    private static (double, int) Distance(double[] observed, double[] expected, double[] variance)
    {
        var k = observed.Length;
        var (values, vectors) = SmallSystem.Eigen(variance, k);
        var (distance, freedom) = (0.0, 0);
        for (var e = 0; e < k; e++)
        {
            if (values[e] <= 1e-9 * Math.Max(values[0], 1e-300)) continue;
            var along = 0.0;
            for (var a = 0; a < k; a++) along += vectors[(a * k) + e] * (observed[a] - expected[a]);
            distance += along * along / values[e];
            freedom++;
        }

        return (distance, freedom);
    }
}
