using System.Diagnostics;
using System.Globalization;
using Trame.Engines.Secrecy;

namespace Trame.Benchmarks;

/// <summary>Secondary suppression: the public turnover tables beside their references, then a generated table of three hierarchies.</summary>
internal static class Secrecies
{
    private static readonly string[] Figures = ["N_OBS", "TOT", "MAX"];

    private static readonly PrimaryRules Rules = new() { Threshold = 3, Dominance = 0.85 };

    public static void Run(Options options)
    {
        var folder = options.Data ?? Found();
        Measure(folder, SuppressionObjective.Count, "60, proved (HiGHS, 8.0 s)", "act_size");
        Measure(folder, SuppressionObjective.Count, "69, proved (HiGHS, 15.4 s)", "nuts_size");
        Measure(folder, SuppressionObjective.Value, "64 (tau-Argus)", "act_size");
        Measure(folder, SuppressionObjective.Count, "not closed in 250 s (HiGHS)", "act_cj");
        Measure(folder, SuppressionObjective.Count, "at least 70, not closed in 405 s (HiGHS)", "nuts_cj");
        Measure(folder, SuppressionObjective.Count, "", "act_size", "act_cj", "nuts_size", "nuts_cj");
        Add("act_nuts_size", Turnover(folder, ["act_nuts_size"], "Total_EAST"), SuppressionObjective.Count, "");
        Add("three hierarchies, generated", Generated(20, 15, 15, 1), SuppressionObjective.Count, "under 20 s asked");
        Add("three hierarchies, three crossings in ten", Generated(10, 10, 5, 0.3), SuppressionObjective.Count, "");
        Add("three hierarchies, three crossings in ten, large", Generated(20, 20, 20, 0.3), SuppressionObjective.Count, "under 20 s asked");
    }

    private static void Measure(string folder, SuppressionObjective objective, string reference, params string[] names) => Add(string.Join(" + ", names), Turnover(folder, names), objective, reference);

    private static void Add(string name, DisclosureTable table, SuppressionObjective objective, string reference)
    {
        var primary = Rules.Of(table).Select(c => c != PrimaryCause.None).ToArray();
        var started = Stopwatch.GetTimestamp();
        var plan = SecondarySuppression.Of(table, primary, new() { Objective = objective, Limits = new() { Time = TimeSpan.FromSeconds(60) } });
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Table.Add($"{name}, least {(objective == SuppressionObjective.Count ? "cells" : "value")}", string.Create(CultureInfo.InvariantCulture, $"{table.Cells.Count:N0} cells, {plan.Primary.Count} sensitive"),
            string.Create(CultureInfo.InvariantCulture, $"{took:0.0} s"), "", string.Create(CultureInfo.InvariantCulture, $"{plan.Secondary.Count} hidden, {(plan.Optimal ? "proved" : $"cost {plan.Cost:0.#}, bound {plan.Bound:0.#}")}, {plan.Unprotected.Count} unprotected; reference: {reference}"));
    }

    private static DisclosureTable Turnover(string folder, string[] names, string regions = "Total")
    {
        var files = names.Select(n => Rows(folder, $"turnover_{n}")).ToArray();
        string[] dims = [.. files.SelectMany(f => f[0].Except(Figures)).Distinct()];
        var tables = files.Select(f => (IReadOnlyList<TableCell>)[.. f.Skip(1).Select(r => new TableCell([.. dims.Select(d => Array.IndexOf(f[0], d) is >= 0 and var k ? r[k] : "Total")], Number(r[^3]), Number(r[^2]), Number(r[^1])))]).ToArray();
        return DisclosureTable.Of(dims, [.. dims.Select((d, k) => d switch
        {
            "ACTIVITY" => CodeHierarchy.FromLevels("Total", Rows(folder, "activity_corr_table").Skip(1)),
            "NUTS" => CodeHierarchy.FromLevels(regions, Rows(folder, "nuts23_fr_corr_table").Skip(1)),
            _ => CodeHierarchy.Flat("Total", tables.SelectMany(t => t.Select(c => c.Codes[k])).Where(c => c != "Total").Distinct()),
        })], tables).Table!;
    }

    /// <summary>Finest codes by fives under a level of their own: the counts and values of shops and workshops, by the golden ratio when every crossing is there.</summary>
    private static DisclosureTable Generated(int a, int b, int c, double density)
    {
        string[][][] levels = [Levels("a", a), Levels("b", b), Levels("c", c)];
        var sums = new SortedDictionary<(string, string, string), (double Count, double Value, double Max)>();
        var step = 0;
        var chance = density < 1 ? new Random(1) : null; // a sparse table by the golden ratio would have a pattern
        double Next() => chance?.NextDouble() ?? ++step * 0.6180339887498949 % 1;
        foreach (var first in levels[0])
            foreach (var second in levels[1])
                foreach (var third in levels[2])
                {
                    if (density < 1 && Next() > density) continue;
                    var count = Math.Floor(Math.Exp(5 * Next() - 0.5));
                    if (count == 0) continue;
                    var largest = Math.Round(5 * Math.Exp(4 * Next()), 2);
                    var value = Math.Round(largest + (count - 1) * largest * Next() * 0.5, 2);
                    foreach (var i in (string[])["Total", .. first])
                        foreach (var j in (string[])["Total", .. second])
                            foreach (var k in (string[])["Total", .. third])
                            {
                                var sum = sums.GetValueOrDefault((i, j, k));
                                sums[(i, j, k)] = (sum.Count + count, sum.Value + value, Math.Max(sum.Max, largest));
                            }
                }

        return DisclosureTable.Of(["A", "B", "C"], [.. levels.Select(l => CodeHierarchy.FromLevels("Total", l))],
            [[.. sums.Select(s => new TableCell([s.Key.Item1, s.Key.Item2, s.Key.Item3], s.Value.Count, s.Value.Value, s.Value.Max))]]).Table!;
    }

    private static string[][] Levels(string name, int codes) => [.. Enumerable.Range(0, codes).Select(i => (string[])[$"{name}{i / 5}", $"{name}{i / 5}.{i % 5}"])];

    private static string[][] Rows(string folder, string name) => [.. File.ReadAllLines(Path.Combine(folder, $"rtauargus_{name}.csv")).Select(l => l.Split(',').Select(c => c.Trim('"')).ToArray())];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Found()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", "sdc") is var found && Directory.Exists(found)) return found;
        throw new DirectoryNotFoundException("Give the folder of the turnover tables with --data.");
    }
}
