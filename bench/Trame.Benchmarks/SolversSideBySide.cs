using System.Diagnostics;
using System.Globalization;
using Trame.Engines.Optimization;
using Trame.Engines.Tests.Optimization;

namespace Trame.Benchmarks;

/// <summary>Linear and integer programs, assignments and flows: our solvers beside HiGHS (npm highs, WebAssembly in Node), models already in memory on both sides.</summary>
internal static class SolversSideBySide
{
    private const int Runs = 5;

    private static readonly (string Name, Func<Random, LinearModel> Make)[] Instances =
    [
        ("LP, random, a fifth full", d => Problems.Random(d, 150, 200, 0.2)),
        ("LP, random, sparse", d => Problems.Random(d, 400, 600, 0.01)),
        ("LP, boxed", d => Problems.Random(d, 200, 400, 0.1, boxed: true)),
        ("LP, transport", d => Problems.Transport(d, 40, 60)),
        ("LP, assignment", d => Problems.AssignmentProgram(d, 40)),
        ("LP, covering", d => Problems.Cover(d, 200, 600, integer: false)),
        ("LP, stock over time", d => Problems.Staircase(d, 500)),
        ("LP, units from 1e-4 to 1e4", d => Problems.BadlyScaled(d, Problems.Random(d, 120, 160, 0.1))),
        ("LP, infeasible", d => Problems.Infeasible(d)),
        ("MIP, knapsack", d => Problems.Knapsack(d)),
        ("MIP, several knapsacks", d => Problems.MultiKnapsack(d)),
        ("MIP, covering", d => Problems.Cover(d, 40, 60, integer: true)),
        ("MIP, sites and clients", d => Problems.FixedCharge(d, 6, 12)),
        ("MIP, one panel of 30 among 360", d => Problems.Panel(d, 360, 30, features: 7, values: 4)),
    ];

    public static void Run()
    {
        if (HighsOracle.Missing() is { } why) Console.Error.WriteLine($"HiGHS cannot be asked: {why}.");
        var models = Instances.Select(i => i.Make(new Random(1))).ToList();
        var theirs = HighsOracle.Missing() is null ? HighsOracle.Solve(models, Runs) : null;
        for (var k = 0; k < models.Count; k++) Compare(Instances[k].Name, models[k], theirs?[k]);
        AskedAgain();
    }

    private static void Compare(string name, LinearModel model, HighsOracle.Answer? theirs)
    {
        var objective = 0.0;
        var ours = Measure(() => objective = name.StartsWith("MIP", StringComparison.Ordinal) ? new IntegerSolver(model).Solve().Objective : new LinearSolver(model).Solve().Objective);
        var beside = theirs is null ? "" : $"HiGHS {Table.Milliseconds(theirs.Milliseconds)}, × {Ratio(ours.Median, theirs.Milliseconds)}{(Agree(objective, theirs) ? "" : " — DIFFERENT ANSWER")}";
        Table.Add(name, $"{model.RowCount} × {model.ColumnCount}", ours, beside);
    }

    private static bool Agree(double objective, HighsOracle.Answer theirs) => theirs.Optimal ? Math.Abs(objective - theirs.Objective) <= 1e-6 * Math.Max(1, Math.Abs(objective)) : double.IsNaN(objective);

    private static string Ratio(double ours, double theirs) => (ours / theirs).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The same panel priced two hundred times, each time with other prices: what a lottery asks for.</summary>
    private static void AskedAgain()
    {
        var dice = new Random(7);
        var model = Problems.Panel(dice, 360, 30, features: 7, values: 4);
        var solver = new IntegerSolver(model);
        var times = new List<double>();
        for (var k = 0; k < 200; k++)
        {
            for (var j = 0; j < model.ColumnCount; j++) if (dice.Next(2) == 0) model.SetCost(j, model.Cost(j) * (0.7 + 0.6 * dice.NextDouble()));
            times.Add(Once(() => solver.Solve()));
        }
        Table.Add("MIP, the panel asked 200 times", $"{model.RowCount} × {model.ColumnCount}", new Timings(times));
    }

    private static Timings Measure(Action work)
    {
        work(); // the first one pays for the compilation
        return new Timings([.. Enumerable.Range(0, Runs).Select(_ => Once(work))]);
    }

    private static double Once(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
