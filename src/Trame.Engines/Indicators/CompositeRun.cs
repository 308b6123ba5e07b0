namespace Trame.Engines.Indicators;

/// <summary>An index computed once, with one set of choices.</summary>
internal sealed class CompositeRun
{
    private readonly CompositeSpec _spec;
    private readonly CompositeChoices _choices;
    private readonly CancellationToken _stop;

    private CompositeRun(CompositeSpec spec, CompositeData data, CompositeChoices choices, CancellationToken stop)
    {
        (_spec, _choices, _stop) = (spec, choices, stop);
        Shares = NominalShares(spec, choices);
        Columns = PreparedColumns.Of(spec, data, choices, Shares);
        Normalised = [.. Columns.Values.Select((c, k) => Normaliser.Of(c, choices.Normalisation, spec.Indicators[Columns.Indicators[k]], Columns.Indicators[k]))];
        var groups = spec.Groups.Count == 0 ? [] : Enumerable.Range(0, spec.Groups.Count).Where(g => Members(g).Length > 0).ToArray();
        (Groups, GroupParts) = (groups, [.. groups.Select(Group)]);
        Whole = Top();
    }

    /// <summary>Nominal share of each indicator of the spec in the whole; 0: not counted.</summary>
    public double[] Shares { get; }
    public PreparedColumns Columns { get; }

    /// <summary>One list per counted indicator.</summary>
    public double[][] Normalised { get; }

    /// <summary>Numbers of the groups that have a counted indicator.</summary>
    public int[] Groups { get; }

    /// <summary>Each of these groups before its rescaling; <see cref="GroupScores"/> after.</summary>
    public Combined[] GroupParts { get; }
    public IReadOnlyList<double[]> GroupScores => _groupScores;
    public Combined Whole { get; }
    public double[] Scores { get; private set; } = [];

    /// <summary>Rank of each unit, 1 for the highest; units that are the same share their mean rank.</summary>
    public double[] Ranks => Whole.Order is { } order ? RanksOf(order) : SampleStatistics.Ranks([.. Scores.Select(s => -s)]);

    private readonly List<double[]> _groupScores = [];

    public static CompositeRun Of(CompositeSpec spec, CompositeData data, CompositeChoices choices, CancellationToken stop) => new(spec, data, choices, stop);

    /// <summary>Numbers, among the counted indicators, of those of a group.</summary>
    public int[] Members(int group) => [.. Enumerable.Range(0, Columns.Indicators.Length).Where(k => _spec.Groups[group].Members.Contains(Columns.Indicators[k]))];

    private Combined Group(int group)
    {
        var (said, members) = (_spec.Groups[group], Members(group));
        var part = Combine(members, said.Combination.Weights, said.Combination.Aggregation);
        _groupScores.Add(Normaliser.Of(part.Scores, said.Combination.Rescale, new(CompositeFault.Constant, Group: group)));
        return part;
    }

    private Combined Combine(int[] members, WeightRule rule, Aggregation aggregation) => Combiner.Of(
        [.. members.Select(k => Normalised[k])], [.. members.Select(k => _spec.Indicators[Columns.Indicators[k]].Weight)], [.. members.Select(k => _choices.IndicatorFactors?[Columns.Indicators[k]] ?? 1)],
        rule, aggregation, j => new(CompositeFault.Constant, Columns.Indicators[members[j]]), _choices.Proves, _stop);

    private Combined Top()
    {
        var whole = Groups.Length == 0 ? Combine([.. Enumerable.Range(0, Normalised.Length)], _choices.Weights, _choices.Aggregation)
            : Combiner.Of([.. _groupScores], [.. Groups.Select(g => _spec.Groups[g].Weight)], [.. Groups.Select(g => _choices.GroupFactors?[g] ?? 1)], _choices.Weights, _choices.Aggregation, j => new(CompositeFault.Constant, Group: Groups[j]), _choices.Proves, _stop);
        Scores = Normaliser.Of(whole.Scores, _spec.Combination.Rescale, new(CompositeFault.Constant));
        return whole;
    }

    private double[] RanksOf(PairwiseOrder order)
    {
        var (ranks, members) = (new double[order.Order.Count], Groups.Length == 0 ? Normalised : [.. _groupScores]);
        for (var from = 0; from < ranks.Length;)
        {
            var to = from;
            while (to + 1 < ranks.Length && members.All(m => m[order.Order[to + 1]].Equals(m[order.Order[from]]))) to++;
            for (var at = from; at <= to; at++) ranks[order.Order[at]] = 1 + ((from + to) / 2.0);
            from = to + 1;
        }

        return ranks;
    }

    /// <summary>Weights as said, or equal where they are computed: what a missing value takes away.</summary>
    private static double[] NominalShares(CompositeSpec spec, CompositeChoices choices)
    {
        bool Counts(int j) => spec.Indicators[j].Direction != Direction.Unsaid && j != choices.LeftOut;
        double Of(int j, WeightRule rule) => !Counts(j) ? 0 : rule == WeightRule.Given ? spec.Indicators[j].Weight * (choices.IndicatorFactors?[j] ?? 1) : 1;
        var shares = new double[spec.Indicators.Count];
        if (spec.Groups.Count == 0) for (var j = 0; j < shares.Length; j++) shares[j] = Of(j, choices.Weights);
        foreach (var group in spec.Groups)
        {
            var inside = group.Members.Sum(j => Of(j, group.Combination.Weights));
            foreach (var j in group.Members)
                if (inside > 0) shares[j] = Of(j, group.Combination.Weights) / inside * (choices.Weights == WeightRule.Given ? group.Weight : 1);
        }

        var total = shares.Sum();
        return total > 0 ? [.. shares.Select(s => s / total)] : throw new CompositeException(new(CompositeFault.NoWeight));
    }
}
