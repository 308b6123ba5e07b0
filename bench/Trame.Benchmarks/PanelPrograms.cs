using System.Diagnostics;
using System.Globalization;
using Trame.Engines.Optimization;
using Trame.Engines.Sortition;

namespace Trame.Benchmarks;

/// <summary>The linear program of a panel solved again under other prices, by the simplex made for it and by the general one: why the first stays.</summary>
internal static class PanelPrograms
{
    private const int Times = 200;

    public static void Run(SortitionProblem problem)
    {
        var random = new Random(3);
        int[][] rowsOf = [.. problem.Pool.Select(person => (int[])[0, .. problem.Quotas.Index().Where(q => problem.Counts(q.Item, person)).Select(q => q.Index + 1)])];
        double[][] prices = [.. Enumerable.Range(0, Times).Select(_ => rowsOf.Select(_ => random.NextDouble() - 0.5).ToArray())];
        double[] low = [.. rowsOf.Select(_ => 0.0), problem.Size, .. problem.Quotas.Select(q => (double)q.Min)], high = [.. rowsOf.Select(_ => 1.0), problem.Size, .. problem.Quotas.Select(q => (double)q.Max)];
        var boxed = new BoxedSimplex([.. rowsOf.Select(rows => (IReadOnlyList<(int, double)>)[.. rows.Select(r => (r, 1.0))])], low, high);
        var (ours, first) = Time(p => { boxed.SetCosts(p); boxed.Solve(); return boxed.Objective; }, prices);

        var model = new LinearModel(Goal.Maximise);
        for (var row = rowsOf.Length; row < low.Length; row++) model.AddRow(low[row], high[row]);
        foreach (var rows in rowsOf) model.AddColumn(0, 0, 1, rows, [.. rows.Select(_ => 1.0)]);
        var solver = new LinearSolver(model);
        var (general, second) = Time(p => { for (var column = 0; column < p.Length; column++) model.SetCost(column, p[column]); return solver.Solve().Objective; }, prices);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The program of a panel of {problem.Size} among {problem.Pool.Count}, {Times} prices one after the other: {ours / Times:0.00} ms each with its own simplex, {general / Times:0.00} ms with the general one ({general / ours:0.0} ×); optima differ by at most {first.Zip(second, (a, b) => Math.Abs(a - b)).Max():e1}"));
    }

    private static (double Milliseconds, double[] Values) Time(Func<double[], double> solve, double[][] prices)
    {
        solve(prices[^1]);
        var started = Stopwatch.GetTimestamp();
        double[] values = [.. prices.Select(solve)];
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, values);
    }
}
