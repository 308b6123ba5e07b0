namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Whether the same groups come back when people are drawn again.</summary>
/// <remarks>
/// Bootstrap: people drawn with replacement (at most 600), factors and groups found again from nothing, and those drawn are placed in both. The adjusted Rand index (Hubert and Arabie 1985) compares the two;
/// each group keeps its best Jaccard index (Hennig, "Cluster-wise assessment of cluster stability", 2007: above 0.75 stable, below 0.6 not to be trusted).
/// </remarks>
internal static class GroupStability
{
    public const int Draws = 20;
    private const int Sweeps = 15;

    /// <param name="factors">Factors of all the votes: refits start from them.</param>
    /// <param name="labels">Group of each person in the map; -1 for who is not placed.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="seed">For the draws.</param>
    /// <param name="stop">Cancels between two draws.</param>
    /// <returns>Mean adjusted Rand index, and the mean best Jaccard index of each group.</returns>
    public static (double Rand, double[] Jaccard) Measure(VoteFactors factors, int[] labels, int groups, ulong seed, CancellationToken stop)
    {
        var random = new SeededRandom(seed);
        var people = Sample.Of(factors.People, OneOrMore.People, random);
        var draws = Enumerable.Range(0, Draws).Select(_ => Sample.Again(people, random)).ToArray();
        var (rands, jaccards) = (new double[Draws], new double[Draws][]);
        Parallel.For(0, Draws, new ParallelOptions { CancellationToken = stop }, i =>
        {
            var drawn = Sample.Rows(factors.Rows, draws[i]);
            var refitted = VoteFactors.Fit(drawn, drawn.Transposed(factors.Statements), seed, Sweeps, factors, stop);
            var found = OpinionSummaries.From(refitted, OpinionAxes.Of(refitted));
            int[] before = [.. draws[i].Select(person => labels[person])];
            int[] after = found.Axes == 0 ? new int[before.Length] : MixtureSearch.Best(found, groups, new SeededRandom(seed + (ulong)i), stop, isQuick: true).Place(found);
            rands[i] = RandIndex.Adjusted(before, after);
            jaccards[i] = [.. Enumerable.Range(0, groups).Select(g => BestJaccard(before, after, g, groups))];
        });
        return (rands.Average(), [.. Enumerable.Range(0, groups).Select(g => jaccards.Average(j => j[g]))]);
    }

    private static double BestJaccard(int[] before, int[] after, int group, int groups) => Enumerable.Range(0, groups).Max(other =>
    {
        var (both, either) = (0, 0);
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] < 0) continue;
            var (mine, theirs) = (before[i] == group, after[i] == other);
            if (mine && theirs) both++;
            if (mine || theirs) either++;
        }

        return either == 0 ? 0 : (double)both / either;
    });
}
