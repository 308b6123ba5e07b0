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
        var looked = Candidates(summaries, options, stop).Select(mixture =>
        {
            var (rand, jaccard) = GroupStability.Measure(factors, Placed(mixture, summaries, factors.Rows, options), mixture.Groups, options.Seed, stop);
            return (Mixture: mixture, Evidence: new GroupEvidence(GroupAnswer.None, mixture.Groups, rand, jaccard, 1, 0, mixture.Separation()));
        }).ToList();
        if (looked.Count == 0) return (null, GroupEvidence.None);
        var stable = looked.Where(c => c.Evidence.Rand >= options.LeastStability && c.Evidence.Jaccard.Min() >= options.LeastStability).ToList();
        if (stable.Count == 0) return (null, looked.MaxBy(c => c.Evidence.Rand).Evidence);
        for (var i = 0; i < stable.Count; i++)
        {
            var (p, margin) = OneOrMore.Test(factors, axes, stable[i].Mixture.Groups, options.Seed, stop);
            var isClear = p <= options.LargestP && margin >= options.LeastMargin;
            stable[i] = stable[i] with { Evidence = stable[i].Evidence with { P = p, Margin = margin, Answer = isClear ? GroupAnswer.Clear : GroupAnswer.Tendencies } };
            if (isClear) return stable[i];
        }

        return stable.MaxBy(c => c.Evidence.Rand);
    }

    // Preferred to one public, every group large enough; best criterion first.
    private static List<OpinionMixture> Candidates(OpinionSummaries summaries, RobustOptions options, CancellationToken stop)
    {
        var random = new SeededRandom(options.Seed);
        var some = summaries.Of(Sample.Of(summaries.Count, People, random));
        var one = MixtureSearch.Best(some, 1, random, stop).Criterion(some.Count);
        var smallest = Math.Max(SmallestShare, (double)FewestPeople / some.Count);
        return [.. Enumerable.Range(2, options.MostGroups - 1).Select(k => MixtureSearch.Best(some, k, random, stop))
            .Where(m => m.Criterion(some.Count) < one && m.Shares.Min() >= smallest).OrderBy(m => m.Criterion(some.Count))
            .Select(m => (some.Count == summaries.Count ? m : m.Fit(summaries, FinalFit, stop)).BySize())];
    }

    /// <summary>Group of each person; -1 for who voted too little, or stands between groups.</summary>
    public static int[] Placed(OpinionMixture mixture, OpinionSummaries summaries, SparseSide rows, RobustOptions options)
    {
        var labels = new int[summaries.Count];
        var needed = Math.Min(options.VotesToPlace, rows.Count == 0 ? 0 : Enumerable.Range(0, rows.Count).Max(rows.LengthOf));
        Parallel.For(0, labels.Length, person =>
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
