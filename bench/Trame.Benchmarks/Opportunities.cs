using System.Diagnostics;
using Trame.Engines.Opportunities;

namespace Trame.Benchmarks;

/// <summary>Opportunities on made-up territories: quality beside the proved optimum, then growth.</summary>
internal static class Opportunities
{
    public static void Run(Options options)
    {
        Console.WriteLine("| needs | resources | places | value | bound | gap | seconds | MB at most |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var needs in new[] { 1_000, 10_000, 100_000 })
        {
            var problem = OpportunitySample.Make(needs, needs / 5, needs / 20, 1);
            var started = Stopwatch.GetTimestamp();
            var plan = OpportunitySolver.Solve(problem);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            using var self = Process.GetCurrentProcess();
            Console.WriteLine($"| {needs:N0} | {needs / 5:N0} | {needs / 20:N0} | {plan.Value:N1} | {plan.Bound:N1} | {plan.Gap:P1} | {seconds:0.0} | {self.PeakWorkingSet64 / 1e6:0} |");
        }

        var (ended, unproved) = (new List<double>(), 0);
        for (var seed = 1; seed <= options.Requests; seed++)
        {
            var needs = 40 + seed * 37 % 161;
            var problem = OpportunitySample.Make(needs, needs / 5, needs / 20, (ulong)seed);
            var exact = OpportunitySolver.Solve(problem, new(Exact: true, TimeLimit: TimeSpan.FromSeconds(60)));
            if (!exact.Proved) { unproved++; continue; }
            if (exact.Value <= 0) continue;
            ended.Add(OpportunitySolver.Solve(problem).Value / exact.Value);
        }

        Console.WriteLine();
        Console.WriteLine($"{ended.Count} instances of 40 to 200 needs proved, {unproved} not proved in 60 s");
        if (ended.Count > 0) Console.WriteLine($"without --exact: median {ended.Order().ElementAt(ended.Count / 2):P2}, worst {ended.Min():P2} of the proved optimum");
    }
}
