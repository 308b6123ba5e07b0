using System.Globalization;
using Trame.Engines.Sortition;

namespace Trame.Benchmarks;

/// <summary>Lotteries over panels beside published and measured references (see docs/methods/tirage-au-sort.md): instance, ours, reference, ratio.</summary>
internal static class Lotteries
{
    private static readonly int[] Seven = [2, 4, 4, 4, 4, 4, 3]; // 25 values

    public static void Run()
    {
        Console.WriteLine("| instance | rule | ours, first | ours, again | reference | ratio | minimum | gap | panels |");
        Console.WriteLine("|---|---|---:|---:|---|---:|---:|---:|---:|");
        Public("sf_scotland_fixture_22", 22, SelectionRule.Leximin, 3.0, "HiGHS, measured");
        Public("example_small_20", 20, SelectionRule.Leximin, 2.7, "Gurobi, published");
        Public("example_large_200", 200, SelectionRule.Leximin, 1161.8, "Gurobi, published");
        Hard(360, 30, SelectionRule.Leximin, 42.3, "Gurobi, published");
        Hard(500, 75, SelectionRule.Maximin, 41.8, "CBC, published");
        Hard(750, 112, SelectionRule.Maximin, 119.1, "CBC, published");
        Hard(360, 30, SelectionRule.Nash, null, "");
        Hard(1727, 110, SelectionRule.Leximin, 4011.6, "Gurobi, published");
        Line("2000/150, every person a kind", HardPool.Make(2000, 150, [2, 6, 6, 6, 6, 6, 6, 6], "bench"), SelectionRule.Leximin, null, "none finishes");
        PanelPrograms.Run(HardPool.Make(360, 30, Seven, "bench"));
        Console.WriteLine($"{Environment.ProcessorCount} cores, one thread; at most {Environment.WorkingSet >> 20} MB at the end");
    }

    private static void Hard(int people, int size, SelectionRule rule, double? reference, string source) => Line($"hard {people}/{size}", HardPool.Make(people, size, Seven, "bench"), rule, reference, source);

    private static void Public(string folder, int size, SelectionRule rule, double? reference, string source)
    {
        if (Folder(folder) is not { } path) { Console.WriteLine($"| {folder} | | | | | | | | not beside the repository (../shared/data/sortition) |"); return; }
        using var quotas = File.OpenText(Path.Combine(path, "categories.csv"));
        using var people = File.OpenText(Path.Combine(path, "respondents.csv"));
        Line($"{folder}", SortitionReader.Read(quotas, people, size, []).Problem!, rule, reference, source);
    }

    private static void Line(string name, SortitionProblem problem, SelectionRule rule, double? reference, string source)
    {
        var options = new SortitionOptions { Rule = rule, TimeLimit = TimeSpan.FromMinutes(5) };
        var first = FairLottery.Find(problem, options, TimeProvider.System);
        var result = first.Effort.Time.TotalSeconds < 10 ? FairLottery.Find(problem, options, TimeProvider.System) : first;
        var seconds = result.Effort.Time.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} ({first.Effort.Kinds} kinds) | {rule.ToString().ToLowerInvariant()} | {first.Effort.Time.TotalSeconds:0.00} s | {seconds:0.00} s | {(reference is { } r ? $"{r} s ({source})" : "")} | {(reference is { } q ? $"{q / seconds:0} ×" : "")} | {result.Minimum:0.000000} | {(result.Optimal ? "0, proved" : $"{result.Gap:P2}")} | {result.Panels.Count} |"));
    }

    private static string? Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", "sortition", name) is var path && Directory.Exists(path)) return path;
        return null;
    }
}
