namespace Trame.Engines.Indicators;

/// <summary>Brings values to one scale.</summary>
internal static class Normaliser
{
    private static readonly double Spread = 1 - Math.Exp(-100.0 / 23);

    /// <summary>An indicator, turned so that more is always more of the index.</summary>
    public static double[] Of(double[] x, Normalisation rule, IndicatorSpec indicator, int number)
    {
        if (x.All(double.IsNaN)) return x; // nobody has it: its weight goes to the others
        var (up, problem) = (indicator.Direction == Direction.Up, new CompositeProblem(CompositeFault.Constant, number));
        if (rule.Rule == NormalisationRule.Target && indicator.Target is { } target) return Distance(x, rule, indicator, target, number);
        if (rule.Rule is NormalisationRule.MinMax or NormalisationRule.Target) return MinMax(x, rule, up, Bound(indicator, indicator.Least), Bound(indicator, indicator.Most), problem);
        double[] turned = up ? x : [.. x.Select(v => -v)];
        return Of(turned, rule, problem);
    }

    /// <summary>A score, group or whole.</summary>
    public static double[] Of(double[] x, Normalisation rule, CompositeProblem problem) => rule.Rule switch
    {
        NormalisationRule.None or NormalisationRule.Target => x,
        NormalisationRule.MinMax => MinMax(x, rule, true, null, null, problem),
        NormalisationRule.ZScore => ZScore(x, rule, problem),
        NormalisationRule.Rank => Ranked(x, n => n - 1, r => rule.Low + ((rule.High - rule.Low) * r), -1),
        _ => Ranked(x, n => n, r => -23 * Math.Log(1 - (r * Spread)), 0),
    };

    private static double? Bound(IndicatorSpec indicator, double? said) => said is { } bound ? PreparedColumns.Transformed(indicator.Transform, bound) : null;

    private static double[] MinMax(double[] x, Normalisation rule, bool up, double? least, double? most, CompositeProblem problem)
    {
        var (low, high) = (least ?? Known(x).Min(), most ?? Known(x).Max());
        if (!(high > low) || !double.IsFinite(high - low)) throw new CompositeException(problem with { Detail = low });
        return [.. x.Select(v => double.IsNaN(v) ? v : rule.Low + ((rule.High - rule.Low) * Math.Clamp((up ? v - low : high - v) / (high - low), 0, 1)))];
    }

    private static double[] ZScore(double[] x, Normalisation rule, CompositeProblem problem)
    {
        var (mean, deviation) = (SampleStatistics.Mean(x), SampleStatistics.Deviation(x));
        if (!(deviation > 1e-13 * Math.Max(Math.Abs(mean), 1e-300)) || !double.IsFinite(deviation)) throw new CompositeException(problem with { Detail = mean });
        return [.. x.Select(v => rule.Mean + (rule.Deviation * ((v - mean) / deviation)))];
    }

    private static double[] Ranked(double[] x, Func<int, double> over, Func<double, double> scale, int shift)
    {
        var count = Known(x).Count();
        return [.. SampleStatistics.Ranks(x).Select(r => double.IsNaN(r) ? r : scale((r + shift) / over(count)))];
    }

    private static double[] Distance(double[] x, Normalisation rule, IndicatorSpec indicator, double said, int number)
    {
        var target = PreparedColumns.Transformed(indicator.Transform, said);
        var floor = Bound(indicator, indicator.Floor) ?? (indicator.Direction == Direction.Up ? Known(x).Min() : Known(x).Max());
        if (!double.IsFinite(target - floor) || (indicator.Direction == Direction.Up ? target <= floor : target >= floor)) throw new CompositeException(new(CompositeFault.NoDistance, number, Detail: said));
        return [.. x.Select(v => double.IsNaN(v) ? v : rule.Low + ((rule.High - rule.Low) * Math.Clamp((v - floor) / (target - floor), 0, 1)))];
    }

    private static IEnumerable<double> Known(double[] x) => x.Where(v => !double.IsNaN(v));
}
