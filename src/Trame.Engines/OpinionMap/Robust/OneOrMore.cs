namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Whether votes speak of groups more than votes of one public would: a parametric bootstrap.</summary>
/// <remarks>
/// Statistic, on at most 600 people drawn with the seed: what k groups gain over one public in the Bayesian information criterion. It is computed again, factors included, on votes drawn from
/// <see cref="OnePublic"/>, whose strength is first tuned so that its main axis comes out as long as the observed one: an opinion that shades from one end to the other is not two groups, even when it saturates.
/// Three shapes of one public are drawn (bell, flat, lopsided) and groups must beat each: against a bell alone, a flat public was told to be groups more often than not. The answer is the one of the shape that
/// comes nearest: its share of draws that reach the observed gain, and the margin in standard deviations of its draws. docs/methods/carte-des-opinions.md tells how often the test is wrong and how often it sees groups.
/// </remarks>
internal static class OneOrMore
{
    public const int Draws = 19; // of each shape
    public const int People = 600;
    private const int Pilots = 3;
    private const int Sweeps = 15;

    /// <returns>The largest p = (1 + draws that reach the observed gain) / (1 + draws), and the smallest margin = (observed − mean of the draws) / their standard deviation, over the shapes.</returns>
    public static (double P, double Margin) Test(VoteFactors factors, OpinionAxes axes, int groups, ulong seed, CancellationToken stop)
    {
        var random = new SeededRandom(seed);
        var people = Sample.Of(factors.People, People, random);
        var observed = Statistic(Sample.Rows(factors.Rows, people), factors, groups, seed, stop);
        var (worst, least) = (0.0, double.PositiveInfinity);
        foreach (var shape in OnePublic.Shapes)
        {
            var (p, margin) = Against(new(factors, axes, shape), observed, people, factors, groups, seed, random, stop);
            (worst, least) = (Math.Max(worst, p), Math.Min(least, margin));
        }

        return (worst, least);
    }

    private static (double P, double Margin) Against(OnePublic none, (double Gain, double Length) observed, int[] people, VoteFactors factors, int groups, ulong seed, SeededRandom random, CancellationToken stop)
    {
        for (var pilot = 0; pilot < Pilots; pilot++)
        {
            var drawn = Statistic(none.Draw(people, random), factors, 1, seed, stop);
            none.Strengthen(drawn.Length > 0 ? Math.Pow(observed.Length / drawn.Length, 0.7) : 1.2);
        }

        var draws = Enumerable.Range(0, Draws).Select(_ => none.Draw(people, new SeededRandom(random.Next()))).ToArray();
        var gains = new double[Draws];
        Parallel.For(0, Draws, new ParallelOptions { CancellationToken = stop }, i => gains[i] = Statistic(draws[i], factors, groups, seed + (ulong)i, stop).Gain);
        var mean = gains.Average();
        var deviation = Math.Sqrt(gains.Sum(g => (g - mean) * (g - mean)) / (Draws - 1));
        return ((1.0 + gains.Count(g => g >= observed.Gain)) / (Draws + 1), (observed.Gain - mean) / Math.Max(deviation, 1));
    }

    // Where nothing is left to see, nothing is gained.
    private static (double Gain, double Length) Statistic(SparseSide rows, VoteFactors factors, int groups, ulong seed, CancellationToken stop)
    {
        var refitted = VoteFactors.Fit(rows, rows.Transposed(factors.Statements), seed, Sweeps, factors, stop);
        var axes = OpinionAxes.Of(refitted);
        if (axes.Count == 0) return (0, 0);
        if (groups == 1) return (0, axes.Lengths[0]);
        var people = OpinionSummaries.From(refitted, axes);
        var random = new SeededRandom(seed);
        var one = MixtureSearch.Best(people, 1, random, stop);
        var more = MixtureSearch.Best(people, groups, random, stop, isQuick: true);
        return (one.Criterion(people.Count) - more.Criterion(people.Count), axes.Lengths[0]);
    }
}
