using System.Diagnostics;
using System.Globalization;
using Trame.Engines.Indicators;

namespace Trame.Benchmarks;

/// <summary>Composite indices on made-up communes: the shipped ISADF under its other choices, then France once under each rule.</summary>
internal static class Composites
{
    public static void Run()
    {
        var isadf = CompositeSpecFile.Read(File.ReadAllText(Found("isadf.json"))).Spec!;
        Measure("shipped ISADF, once", isadf with { Uncertainty = null }, 253);
        Measure("shipped ISADF under its other choices", isadf, 253);
        Measure("the same without the non-compensatory order", isadf with { Uncertainty = isadf.Uncertainty! with { Aggregations = [] } }, 253);
        foreach (var weights in Enum.GetValues<WeightRule>()) Measure($"{weights} weights, no group", Flat(weights, Aggregation.Arithmetic), weights == WeightRule.Envelopment ? 2_000 : 34_969);
        Measure("non-compensatory order, no group", Flat(WeightRule.Equal, Aggregation.NonCompensatory), 1_000);

        CompositeSpec Flat(WeightRule weights, Aggregation aggregation) => isadf with { Uncertainty = null, Groups = [], Combination = new(weights, aggregation, Normalisation.None) };
    }

    private static void Measure(string name, CompositeSpec spec, int units)
    {
        var data = new CompositeData(units, [.. spec.Indicators.Select((_, j) => (double[])[.. Enumerable.Range(0, units).Select(i => Value(i, j))])]);
        var started = Stopwatch.GetTimestamp();
        var result = CompositeIndex.Of(spec, data).Result!;
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var told = result.Uncertainty is { } u ? $"{u.Runs} runs for the intervals; ranks move by {u.MeanShift:0.0}" : result.Order is { } order ? $"agreement {order.Agreement:0.0}, bound {order.Bound:0.0}" : "";
        Table.Add(name, string.Create(CultureInfo.InvariantCulture, $"{units:N0} x {spec.Indicators.Count(i => i.Direction != Direction.Unsaid)}"), string.Create(CultureInfo.InvariantCulture, $"{took:0.00} s"), "", told);
    }

    /// <summary>A common part and a part of its own, by the golden ratio instead of chance.</summary>
    private static double Value(int unit, int indicator) => (20 * (unit * 0.6180339887498949 % 1)) + (20 * (((unit + 1) * 0.7548776662466927 * (indicator + 1)) % 1));

    private static string Found(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "data", "indices", name) is var file && File.Exists(file)) return file;
        throw new FileNotFoundException(name);
    }
}
