using System.Runtime.CompilerServices;

namespace Trame.Engines.OpinionMap.Robust;

/// <summary>For each vote, the group its author would be in without that vote.</summary>
/// <remarks>
/// Groups are made from votes: comparing them on the same votes finds differences even where there are none. So what a group thinks of a statement is counted among those whom their other votes put there.
/// One vote less is a change of rank one of the precision (Sherman and Morrison 1950), hence O(votes·(axes² + groups·axes)), one byte per vote.
/// </remarks>
internal static class LeaveOneOut
{
    /// <param name="factors">Factors, with their votes.</param>
    /// <param name="axes">Their axes.</param>
    /// <param name="summaries">What each person's votes say.</param>
    /// <param name="mixture">The groups.</param>
    /// <param name="labels">Group of each person; who has none (-1) has none for any of their votes.</param>
    /// <returns>Group by vote, in the order of the factors' rows.</returns>
    public static sbyte[] Groups(VoteFactors factors, OpinionAxes axes, OpinionSummaries summaries, OpinionMixture mixture, int[] labels)
    {
        var groups = new sbyte[factors.Rows.Index.Length];
        var (heaviest, farthest) = (0.0, 1.0);
        for (var column = 0; column < factors.Statements; column++) (heaviest, farthest) = (Math.Max(heaviest, Length(axes.Loadings(column))), Math.Max(farthest, 1 + Math.Abs(factors.Base(column))));
        var farthestPull = farthest / factors.Noise;
        Cores.For(labels.Length, labels.Length, row =>
        {
            var (from, to) = (factors.Rows.Start[row], factors.Rows.Start[row + 1]);
            if (labels[row] < 0) Array.Fill(groups, (sbyte)-1, from, to - from);
            else Place(factors, axes, summaries, mixture, row, heaviest, farthestPull, groups);
        });
        return groups;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Place(VoteFactors factors, OpinionAxes axes, OpinionSummaries summaries, OpinionMixture mixture, int row, double heaviest, double farthestPull, sbyte[] groups)
    {
        var (rows, d, k) = (factors.Rows, axes.Count, mixture.Groups);
        Span<double> posterior = stackalloc double[d * d], means = stackalloc double[k * d], scores = stackalloc double[k], turned = stackalloc double[d];
        mixture.Scores(summaries.Precision(row), summaries.Shift(row), posterior, means, scores);
        if (Certain(posterior, means, scores, heaviest, farthestPull, factors.Noise) is { } sure)
        {
            Array.Fill(groups, (sbyte)sure, rows.Start[row], rows.LengthOf(row));
            return;
        }

        unchecked
        {
            for (var at = rows.Start[row]; at < rows.Start[row + 1]; at++)
            {
                var loadings = axes.Loadings(rows.Index[at]);
                var pull = (rows.Values[at] - factors.Base(rows.Index[at])) / factors.Noise;
                var spread = Turn(posterior, loadings, turned);
                var left = Math.Max(factors.Noise - spread, 1e-3);
                var best = double.NegativeInfinity;
                for (var g = 0; g < k; g++)
                {
                    var along = 0.0;
                    for (var a = 0; a < d; a++) along += loadings[a] * means[(g * d) + a];
                    var without = along - (pull * spread);
                    var score = scores[g] + (0.5 * ((-2 * pull * along) + (pull * pull * spread) + (without * without / left)));
                    if (score > best) (best, groups[at]) = (score, (sbyte)g);
                }
            }
        }
    }

    // The group that no single vote can change: a bound of what one vote moves between two groups, w·(mᵦ − mᵧ)·(½(w·(mᵦ + mᵧ) − 2ps)/left − p), from the heaviest loadings and the farthest vote.
    private static int? Certain(ReadOnlySpan<double> posterior, ReadOnlySpan<double> means, ReadOnlySpan<double> scores, double heaviest, double pull, double noise)
    {
        var (d, best, trace) = (means.Length / scores.Length, 0, 0.0);
        for (var g = 1; g < scores.Length; g++)
            if (scores[g] > scores[best]) best = g;
        for (var a = 0; a < d; a++) trace += posterior[(a * d) + a];
        var spread = heaviest * heaviest * trace;
        var left = Math.Max(noise - spread, 1e-3);
        for (var g = 0; g < scores.Length; g++)
        {
            if (g == best) continue;
            double apart = 0, sum = 0;
            for (var a = 0; a < d; a++) (apart, sum) = (apart + Math.Pow(means[(best * d) + a] - means[(g * d) + a], 2), sum + Math.Pow(means[(best * d) + a] + means[(g * d) + a], 2));
            if (scores[best] - scores[g] <= heaviest * Math.Sqrt(apart) * (pull + (((0.5 * heaviest * Math.Sqrt(sum)) + (pull * spread)) / left))) return null;
        }

        return best;
    }

    private static double Length(ReadOnlySpan<double> vector)
    {
        var square = 0.0;
        foreach (var value in vector) square += value * value;
        return Math.Sqrt(square);
    }

    // turned = posterior·w; returns wᵀ·posterior·w.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Turn(ReadOnlySpan<double> posterior, ReadOnlySpan<double> loadings, Span<double> turned)
    {
        var spread = 0.0;
        for (var a = 0; a < turned.Length; a++)
        {
            turned[a] = 0;
            for (var b = 0; b < turned.Length; b++) turned[a] += posterior[(a * turned.Length) + b] * loadings[b];
            spread += loadings[a] * turned[a];
        }

        return spread;
    }
}
