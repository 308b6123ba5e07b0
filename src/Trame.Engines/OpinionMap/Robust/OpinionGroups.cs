namespace Trame.Engines.OpinionMap.Robust;

/// <summary>How many groups there are, and what can be said of them.</summary>
/// <remarks>
/// 2 to 5 groups are tried on at most 1,500 people. Those stay that the Bayesian information criterion (Schwarz 1978) prefers to one public, with at least one person in twenty in each, and that come back when
/// people are drawn again (<see cref="GroupStability"/>). In the order of the criterion, the first that one public would not give (<see cref="OneOrMore"/>) are clear groups; failing that the most stable are
/// tendencies; failing that there is no group.
/// </remarks>
internal static class OpinionGroups
{
    private const int People = 1500;
    private const int FewestPeople = 5;
    private const double SmallestShare = 0.05;
    private const int FinalFit = 15;

    public static (OpinionMixture? Groups, GroupEvidence Evidence) Search(VoteFactors factors, OpinionAxes axes, OpinionSummaries summaries, RobustOptions options, CancellationToken stop)
    {
        if (axes.Count == 0 || summaries.Count < 2 * FewestPeople) return (null, GroupEvidence.None);
        (OpinionMixture? Groups, GroupEvidence Evidence) refused = (null, GroupEvidence.None), tendencies = (null, GroupEvidence.None);
        foreach (var mixture in Candidates(summaries, options, stop))
        {
            var (rand, jaccard) = GroupStability.Measure(factors, Placed(mixture, summaries, factors.Rows, options), mixture.Groups, options.Seed, stop);
            var evidence = new GroupEvidence(GroupAnswer.None, mixture.Groups, rand, jaccard, 1, 0, mixture.Separation());
            if (rand < options.LeastStability || jaccard.Min() < options.LeastStability)
            {
                if (rand >= refused.Evidence.Rand) refused = (null, evidence);
                continue;
            }

            var (p, margin) = OneOrMore.Test(factors, axes, mixture.Groups, options.Seed, stop);
            var isClear = p <= options.LargestP && margin >= options.LeastMargin;
            var told = (mixture, evidence with { P = p, Margin = margin, Answer = isClear ? GroupAnswer.Clear : GroupAnswer.Tendencies });
            if (isClear) return told;
            if (tendencies.Groups is null || rand > tendencies.Evidence.Rand) tendencies = told;
        }

        return tendencies.Groups is null ? refused : tendencies;
    }

    // Preferred to one public, every group large enough; best criterion first.
    private static List<OpinionMixture> Candidates(OpinionSummaries summaries, RobustOptions options, CancellationToken stop)
    {
        var random = new SeededRandom(options.Seed);
        var some = summaries.Of(Sample.Of(summaries.Count, People, random));
        var one = MixtureSearch.Best(some, 1, random, stop).Criterion(some.Count);
        var smallest = Math.Max(SmallestShare, (double)FewestPeople / some.Count);
        var found = new OpinionMixture[options.MostGroups - 1];
        Parallel.For(0, found.Length, new ParallelOptions { CancellationToken = stop }, i => found[i] = MixtureSearch.Best(some, i + 2, new SeededRandom(options.Seed + (ulong)i), stop));
        return [.. found.Where(m => m.Criterion(some.Count) < one && m.Shares.Min() >= smallest).OrderBy(m => m.Criterion(some.Count))
            .Select(m => (some.Count == summaries.Count ? m : m.Fit(summaries, FinalFit, stop)).BySize())];
    }

    /// <summary>Group of each person; -1 for who voted too little, or stands between groups.</summary>
    public static int[] Placed(OpinionMixture mixture, OpinionSummaries summaries, SparseSide rows, RobustOptions options)
    {
        var labels = new int[summaries.Count];
        var needed = Math.Min(options.VotesToPlace, rows.Count == 0 ? 0 : Enumerable.Range(0, rows.Count).Max(rows.LengthOf));
        Cores.For(labels.Length, labels.Length, person =>
        {
            Span<double> probabilities = stackalloc double[mixture.Groups];
            mixture.Responsibilities(summaries.Precision(person), summaries.Shift(person), probabilities);
            var best = 0;
            for (var g = 1; g < probabilities.Length; g++)
                if (probabilities[g] > probabilities[best]) best = g;
            labels[person] = rows.LengthOf(person) >= needed && probabilities[best] >= options.LeastProbability ? best : -1;
        });
        return labels;
    }
}
