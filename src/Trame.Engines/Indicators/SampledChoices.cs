using Trame.Engines.OpinionMap;

namespace Trame.Engines.Indicators;

/// <summary>Two independent samples of choices A and B, and for each choice the sample A with that choice taken from B (Saltelli and others 2010): N·(k + 2) runs.</summary>
internal sealed class SampledChoices : ITrialDesign
{
    private const int Resamples = 200;

    private readonly int _runs;
    private readonly ulong _seed;

    public SampledChoices(int choices, int runs, ulong seed)
    {
        (_runs, _seed) = (runs, seed);
        var random = new SeededRandom(seed);
        ulong[][] Sample() => [.. Enumerable.Range(0, runs).Select(_ => Enumerable.Range(0, choices).Select(_ => random.Next() >> 1).ToArray())];
        var (a, b) = (Sample(), Sample());
        Points = [.. a, .. b, .. Enumerable.Range(0, choices).SelectMany(c => Enumerable.Range(0, runs).Select(r => a[r].Select((value, other) => other == c ? b[r][c] : value).ToArray()))];
    }

    public IReadOnlyList<ulong[]> Points { get; }

    public int Independent => 2 * _runs;

    /// <summary>Estimators of Jansen (1999) for both; standard errors by drawing the runs again (bootstrap).</summary>
    public (double First, double Total, double FirstError, double TotalError) Sobol(double[] values, int choice)
    {
        int[] all = [.. Enumerable.Range(0, _runs)];
        var (first, total) = Estimate(values, choice, all);
        if (double.IsNaN(first)) return (first, total, 0, 0);
        var random = new SeededRandom(_seed + 1);
        var again = Enumerable.Range(0, Resamples).Select(_ => Estimate(values, choice, [.. all.Select(_ => random.Next(_runs))])).Where(e => !double.IsNaN(e.First)).ToArray();
        return (first, total, SampleStatistics.Deviation([.. again.Select(e => e.First)]), SampleStatistics.Deviation([.. again.Select(e => e.Total)]));
    }

    public double Total(double[] values, int choice) => Estimate(values, choice, [.. Enumerable.Range(0, _runs)]).Total;

    private (double First, double Total) Estimate(double[] values, int choice, int[] runs)
    {
        var (sum, squares, first, total) = (0.0, 0.0, 0.0, 0.0);
        var centre = values[0];
        foreach (var r in runs)
        {
            var (a, b, mixed) = (values[r] - centre, values[_runs + r] - centre, values[((2 + choice) * _runs) + r] - centre);
            (sum, squares) = (sum + a + b, squares + (a * a) + (b * b));
            (first, total) = (first + ((b - mixed) * (b - mixed)), total + ((a - mixed) * (a - mixed)));
        }

        var count = 2.0 * runs.Length;
        var variance = (squares / count) - (sum / count * (sum / count));
        return variance > 1e-24 ? (1 - (first / count / variance), total / count / variance) : (double.NaN, double.NaN);
    }
}
