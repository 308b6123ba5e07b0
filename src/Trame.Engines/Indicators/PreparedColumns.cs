namespace Trame.Engines.Indicators;

/// <summary>The indicators that count, transformed, without extreme values, filled where the rule fills; only the units that get a score.</summary>
internal sealed record PreparedColumns(int[] Indicators, int[] Units, double[][] Values, bool[][] Filled, int[] Treated)
{
    /// <param name="spec">The index.</param>
    /// <param name="data">Its data.</param>
    /// <param name="choices">What was chosen.</param>
    /// <param name="share">Nominal share of each indicator in the whole.</param>
    public static PreparedColumns Of(CompositeSpec spec, CompositeData data, CompositeChoices choices, double[] share)
    {
        int[] used = [.. Enumerable.Range(0, spec.Indicators.Count).Where(j => share[j] > 0)];
        if (used.Length == 0) throw new CompositeException(new(CompositeFault.NoWeight));
        double[][] columns = [.. used.Select(j => Transformed(spec.Indicators[j], j, (choices.Values ?? data.Values)[j]))];
        int[] treated = [.. columns.Select(c => Treat(c, choices.Outliers))];
        bool[][] there = [.. columns.Select(c => (bool[])[.. c.Select(v => !double.IsNaN(v))])];
        var owned = Enumerable.Range(0, data.Units).Select(i => used.Where((_, k) => there[k][i]).Sum(j => share[j])).ToArray();
        var least = choices.Missing.Rule == MissingRule.Drop ? 1 : choices.Missing.Least;
        int[] units = [.. Enumerable.Range(0, data.Units).Where(i => owned[i] >= least - 1e-12 && owned[i] > 0)];
        for (var k = 0; k < columns.Length; k++) Fill(columns[k], units, data, choices.Missing.Rule);
        if (choices.Missing.Rule != MissingRule.Available) units = [.. units.Where(i => columns.All(c => !double.IsNaN(c[i])))];
        if (units.Length < 2) throw new CompositeException(new(CompositeFault.TooFewUnits, Detail: units.Length));
        return new(used, units, [.. columns.Select(c => Pick(c, units))], [.. columns.Select((c, k) => (bool[])[.. units.Select(i => !there[k][i] && !double.IsNaN(c[i]))])], treated);
    }

    private static double[] Pick(double[] column, int[] units) => [.. units.Select(i => column[i])];

    private static double[] Transformed(IndicatorSpec indicator, int number, IReadOnlyList<double> raw)
    {
        var column = new double[raw.Count];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = Transformed(indicator.Transform, raw[i]);
            if (!double.IsNaN(raw[i]) && !double.IsFinite(column[i])) throw new CompositeException(new(CompositeFault.OutsideTransform, number, Unit: i, Detail: raw[i]));
            if (Math.Abs(column[i]) > 1e100) throw new CompositeException(new(CompositeFault.TooLarge, number, Unit: i, Detail: raw[i]));
        }

        return column;
    }

    public static double Transformed(Transform transform, double x) => transform switch { Transform.Log => Math.Log(x), Transform.Log1p => Math.Log(1 + x), Transform.Sqrt => Math.Sqrt(x), _ => x };

    private static int Treat(double[] column, Outliers rule)
    {
        if (rule.Rule == OutlierRule.Keep || column.All(double.IsNaN)) return 0;
        var (low, high) = rule.Rule == OutlierRule.Winsorise ? (SampleStatistics.Quantile(column, rule.Low), SampleStatistics.Quantile(column, rule.High)) : Fences(column, rule.Factor);
        var treated = 0;
        for (var i = 0; i < column.Length; i++)
        {
            if (double.IsNaN(column[i]) || (column[i] >= low && column[i] <= high)) continue;
            column[i] = Math.Clamp(column[i], low, high);
            treated++;
        }

        return treated;
    }

    private static (double, double) Fences(double[] column, double factor)
    {
        var (first, third) = (SampleStatistics.Quantile(column, 0.25), SampleStatistics.Quantile(column, 0.75));
        return third > first ? (first - (factor * (third - first)), third + (factor * (third - first))) : (double.NegativeInfinity, double.PositiveInfinity);
    }

    private static void Fill(double[] column, int[] units, CompositeData data, MissingRule rule)
    {
        if (rule is MissingRule.Drop or MissingRule.Available || units.All(i => !double.IsNaN(column[i]))) return;
        double[] known = [.. Pick(column, units).Where(v => !double.IsNaN(v))];
        if (known.Length == 0) return;
        var common = rule == MissingRule.Mean ? SampleStatistics.Mean(known) : rule == MissingRule.Median ? SampleStatistics.Quantile(known, 0.5) : double.NaN;
        var ofParents = rule == MissingRule.Parent && data.Parents is not null ? ParentMeans(column, data) : null;
        foreach (var i in units) if (double.IsNaN(column[i])) column[i] = ofParents is null ? common : ofParents.GetValueOrDefault(data.Parents![i], double.NaN);
    }

    private static Dictionary<int, double> ParentMeans(double[] column, CompositeData data) => Enumerable.Range(0, column.Length)
        .Where(i => !double.IsNaN(column[i]) && People(data, i) > 0).GroupBy(i => data.Parents![i])
        .ToDictionary(g => g.Key, g => g.Sum(i => column[i] * People(data, i)) / g.Sum(i => People(data, i)));

    private static double People(CompositeData data, int unit) => data.Population?[unit] ?? 1;
}
