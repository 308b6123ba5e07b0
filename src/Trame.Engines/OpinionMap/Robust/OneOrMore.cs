namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Whether votes speak of groups more than votes of one public would: a parametric bootstrap.</summary>
/// <remarks>
/// Two statistics on at most 600 people drawn with the seed: what k groups gain over one public in the Bayesian information criterion, and how far apart the two nearest groups stand, in spreads inside groups.
/// Both are computed again, factors included, on votes drawn from <see cref="OnePublic"/>, whose strength is first tuned so that its axes come out as long as the observed ones.
/// Groups are clear when both are exceeded by at most 5 % of the draws (an intersection-union test): an opinion that shades from one end to the other is not two groups, even when it saturates.
/// </remarks>
internal static class OneOrMore
{
    public const int Draws = 39;
    public const int People = 600;
    private const int Pilots = 4;
    private const int Sweeps = 15;

    /// <returns>p of the gain, p of the separation, the observed separation.</returns>
    public static (double Gain, double Separation, double Observed) Test(VoteFactors factors, OpinionAxes axes, int groups, ulong seed, CancellationToken stop)
    {
        var random = new SeededRandom(seed);
        var people = Sample.Of(factors.People, People, random);
        var observed = Statistic(Sample.Rows(factors.Rows, people), factors, groups, seed, stop);
        var none = new OnePublic(factors, axes);
        for (var pilot = 0; pilot < Pilots; pilot++)
        {
            var drawn = Statistic(none.Draw(people, random), factors, 1, seed, stop);
            none.Strengthen(drawn.Length > 0 ? Math.Pow(observed.Length / drawn.Length, 0.7) : 1.2);
        }

        var draws = Enumerable.Range(0, Draws).Select(_ => none.Draw(people, new SeededRandom(random.Next()))).ToArray();
        var values = new (double Gain, double Separation, double Length)[Draws];
        Parallel.For(0, Draws, new ParallelOptions { CancellationToken = stop }, i => values[i] = Statistic(draws[i], factors, groups, seed + (ulong)i, stop));
        return (P(values.Count(v => v.Gain >= observed.Gain)), P(values.Count(v => v.Separation >= observed.Separation)), observed.Separation);
    }

    private static double P(int exceeding) => (1.0 + exceeding) / (Draws + 1);

    private static (double Gain, double Separation, double Length) Statistic(SparseSide rows, VoteFactors factors, int groups, ulong seed, CancellationToken stop)
    {
        var refitted = VoteFactors.Fit(rows, rows.Transposed(factors.Statements), seed, Sweeps, factors, stop);
        var axes = OpinionAxes.Of(refitted);
        if (axes.Count == 0) return (double.NegativeInfinity, 0, 0);
        if (groups == 1) return (0, 0, axes.Lengths[0]);
        var people = OpinionSummaries.From(refitted, axes);
        var random = new SeededRandom(seed);
        var one = MixtureSearch.Best(people, 1, random, stop);
        var more = MixtureSearch.Best(people, groups, random, stop, isQuick: true);
        return (one.Criterion(people.Count) - more.Criterion(people.Count), more.Separation(), axes.Lengths[0]);
    }
}
