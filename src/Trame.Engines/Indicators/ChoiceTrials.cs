namespace Trame.Engines.Indicators;

/// <summary>The index under other choices: ranks of each run, and what each choice does to them.</summary>
internal sealed class ChoiceTrials
{
    private const int MostCombinations = 20_000;
    private const long MostRanks = 100_000_000;

    private readonly CompositeSpec _spec;
    private readonly CompositeData _data;
    private readonly ChoiceAxes _axes;
    private readonly float[] _base;
    private readonly CancellationToken _stop;
    private readonly Dictionary<string, float[]> _known = new(StringComparer.Ordinal);

    private ChoiceTrials(CompositeSpec spec, CompositeData data, UncertaintySpec asked, CompositeRun run, CancellationToken stop)
    {
        (_spec, _data, _axes, _stop) = (spec, data, new ChoiceAxes(spec, data, asked), stop);
        _base = Spread(run);
    }

    public static CompositeUncertainty Of(CompositeSpec spec, CompositeData data, UncertaintySpec asked, CompositeRun run, CancellationToken stop)
    {
        var trials = new ChoiceTrials(spec, data, asked, run, stop);
        var design = trials._axes.Combinations <= Math.Min(MostCombinations, (long)asked.Runs * (trials._axes.Count + 2)) ? (ITrialDesign)new EveryCombination(trials._axes.Sizes) : new SampledChoices(trials._axes.Count, Runs(asked.Runs, trials._axes.Count, data.Units), asked.Seed);
        float[][] ranks = [.. design.Points.Select(trials.Ranks)];
        var shifts = ranks.Select(trials.Shift).ToArray();
        int[] kept = [.. Enumerable.Range(0, design.Independent)];
        return new()
        {
            Runs = design.Independent,
            IsComplete = design is EveryCombination,
            MeanShift = kept.Average(r => shifts[r]),
            Choices = [.. trials._axes.Kinds.Select((kind, c) => Effect(design, kind, trials._axes.Sizes[c], c, shifts))],
            Units = [.. Enumerable.Range(0, data.Units).Select(i => Interval(design, ranks, i, asked.Level, trials._axes.Count))],
        };
    }

    /// <summary>Fewer runs than asked when their ranks would not fit in memory.</summary>
    private static int Runs(int asked, int choices, int units) => Math.Max(16, (int)Math.Min(asked, MostRanks / ((choices + 2L) * units)));

    private static ChoiceEffect Effect(ITrialDesign design, ChoiceKind kind, int options, int choice, double[] values)
    {
        var (first, total, firstError, totalError) = design.Sobol(values, choice);
        return new(kind, options, double.IsNaN(first) ? null : first, double.IsNaN(total) ? null : total, firstError, totalError);
    }

    private static RankInterval? Interval(ITrialDesign design, float[][] ranks, int unit, double level, int choices)
    {
        double[] own = [.. Enumerable.Range(0, design.Independent).Select(r => (double)ranks[r][unit]).Where(r => !double.IsNaN(r)).Order()];
        if (own.Length == 0) return null;
        var all = Array.ConvertAll(ranks, r => (double)r[unit]);
        var totals = all.Any(double.IsNaN) ? [] : Enumerable.Range(0, choices).Select(c => design.Total(all, c)).ToArray();
        var driver = totals.Length > 0 && !double.IsNaN(totals[0]) ? Array.IndexOf(totals, totals.Max()) : -1;
        return new(SampleStatistics.QuantileOfSorted(own, (1 - level) / 2), SampleStatistics.QuantileOfSorted(own, 0.5), SampleStatistics.QuantileOfSorted(own, (1 + level) / 2), (double)own.Length / design.Independent, driver);
    }

    /// <summary>Ranks of all units of the data; the same options are computed once.</summary>
    private float[] Ranks(ulong[] point)
    {
        _stop.ThrowIfCancellationRequested();
        var key = _axes.IsContinuous ? "" : _axes.Key(point);
        if (_known.TryGetValue(key, out var known)) return known;
        try
        {
            var ranks = Spread(CompositeRun.Of(_spec, _data, _axes.At(point), _stop));
            if (!_axes.IsContinuous) _known.Add(key, ranks);
            return ranks;
        }
        catch (CompositeException wrong)
        {
            throw new CompositeException(wrong.Problem with { IsOfTrial = true });
        }
    }

    private float[] Spread(CompositeRun run)
    {
        var all = new float[_data.Units];
        Array.Fill(all, float.NaN);
        var own = run.Ranks;
        for (var at = 0; at < own.Length; at++) all[run.Columns.Units[at]] = (float)own[at];
        return all;
    }

    /// <summary>Mean distance in ranks from the index of the spec, over the units that have both.</summary>
    private double Shift(float[] ranks)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < ranks.Length; i++) if (!double.IsNaN(ranks[i]) && !double.IsNaN(_base[i])) (sum, count) = (sum + Math.Abs(ranks[i] - _base[i]), count + 1);
        return count > 0 ? sum / count : 0;
    }
}
