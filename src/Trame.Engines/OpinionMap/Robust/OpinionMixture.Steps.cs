using System.Runtime.CompilerServices;

namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Expectation and maximisation.</summary>
internal sealed partial class OpinionMixture
{
    /// <summary>Iterates until the log-likelihood gains less than a thousandth, or the limit.</summary>
    public OpinionMixture Fit(OpinionSummaries people, int iterations, CancellationToken stop)
    {
        var current = this;
        var last = double.NegativeInfinity;
        for (var i = 0; i < iterations; i++)
        {
            stop.ThrowIfCancellationRequested();
            var next = current.Step(people);
            if (current.LogLikelihood - last < 1e-3) break;
            last = current.LogLikelihood;
            current = next;
        }

        current.Step(people);
        return current;
    }

    // Sums go by blocks of people, added in order: the same on one core and on many.
    private OpinionMixture Step(OpinionSummaries people)
    {
        const int block = 512;
        var (d, k) = (_axes, Groups);
        var sums = new double[(people.Count + block - 1) / block][];
        Cores.For(sums.Length, people.Count, at => sums[at] = Sums(people, at * block, Math.Min(people.Count, (at + 1) * block)));
        var total = new double[1 + k + (k * d) + (d * d)];
        foreach (var part in sums)
            for (var i = 0; i < total.Length; i++) total[i] += part[i];
        LogLikelihood = total[0];
        double[] shares = new double[k], centers = new double[k * d], spread = [.. total.AsSpan(1 + k + (k * d)).ToArray().Select(sum => sum / people.Count)];
        for (var g = 0; g < k; g++)
        {
            var weight = Math.Max(total[1 + g], 1e-9);
            shares[g] = weight / people.Count;
            for (var a = 0; a < d; a++) centers[(g * d) + a] = total[1 + k + (g * d) + a] / weight;
            for (var a = 0; a < d; a++)
                for (var b = 0; b < d; b++) spread[(a * d) + b] -= shares[g] * centers[(g * d) + a] * centers[(g * d) + b];
        }

        for (var a = 0; a < d; a++) spread[(a * d) + a] = Math.Max(spread[(a * d) + a], 0) + LeastSpread;
        return new(d, shares, centers, spread);
    }

    // Log-likelihood, then Σr and Σr·m by group, then Σ(r·mmᵀ + posterior covariance) over groups.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] Sums(OpinionSummaries people, int from, int to)
    {
        var (d, k) = (_axes, Groups);
        var sums = new double[1 + k + (k * d) + (d * d)];
        var square = sums.AsSpan(1 + k + (k * d));
        Span<double> probabilities = stackalloc double[k], means = stackalloc double[k * d], factor = stackalloc double[d * d], posterior = stackalloc double[d * d], pulled = stackalloc double[d];
        unchecked
        {
            for (var person = from; person < to; person++)
            {
                sums[0] += Responsibilities(people.Precision(person), people.Shift(person), probabilities, factor, posterior, pulled, means);
                for (var i = 0; i < square.Length; i++) square[i] += posterior[i];
                for (var g = 0; g < k; g++)
                {
                    var r = probabilities[g];
                    sums[1 + g] += r;
                    if (r < 1e-12) continue;
                    for (var a = 0; a < d; a++)
                    {
                        var weighted = r * means[(g * d) + a];
                        sums[1 + k + (g * d) + a] += weighted;
                        for (var b = 0; b < d; b++) square[(a * d) + b] += weighted * means[(g * d) + b];
                    }
                }
            }
        }

        return sums;
    }
}
