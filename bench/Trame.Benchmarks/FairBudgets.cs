using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Trame.Engines.FairBudget;

namespace Trame.Benchmarks;

/// <summary>Participatory budgets: reading and counting the public files, beside the references' own times on the same files (kept with them, measured on a machine of two cores).</summary>
internal static class FairBudgets
{
    private static readonly (string Name, string Tool, string Run, Func<BudgetElection, BudgetOutcome> Count)[] Rules =
    [
        ("equal shares", "js", "none_floats", e => EqualShares.Count(e, Utility.Cost)),
        ("equal shares + add1", "js", "add1_floats", e => EqualShares.Count(e, Utility.Cost, Completion.Add1, add1: new(Exhaustive: true))),
        ("equal shares", "py", "mes_cost", e => EqualShares.Count(e, Utility.Cost)),
        ("equal shares by number", "py", "mes_card", e => EqualShares.Count(e, Utility.Cardinality)),
        ("equal shares + add1", "py", "mes_cost_add1", e => EqualShares.Count(e, Utility.Cost, Completion.Add1, add1: new(FromWholeMoney: false, Exhaustive: true))),
        ("bounded overspending", "py", "bos", e => BoundedOverspending.Count(e, Utility.Cost)),
        ("Phragmén", "py", "phragmen", e => SequentialPhragmen.Count(e)),
        ("greedy", "py", "greedy_cost", e => GreedyBudget.Count(e, Utility.Cost)),
    ];

    public static void Run(Options options)
    {
        var folder = options.Data ?? Found();
        using var js = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "reference_equalshares_js.json")));
        using var py = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "reference_pabutools.json")));
        foreach (var path in Directory.EnumerateFiles(folder, "*.pb").OrderBy(f => new FileInfo(f).Length))
        {
            var file = Path.GetFileName(path);
            var election = Read(path);
            var size = string.Create(CultureInfo.InvariantCulture, $"{file[..^3]}: {election.Projects.Count} x {election.Voters:N0}");
            var parsed = py.RootElement.GetProperty(file).GetProperty("parse_s").GetDouble();
            Add("reading", size, Times(() => Read(path)), $"pabutools {Seconds(parsed)}", parsed);
            foreach (var (name, tool, run, count) in Rules)
            {
                var reference = tool == "js" ? js.RootElement.GetProperty(file) : py.RootElement.GetProperty(file).GetProperty("rules");
                if (!reference.TryGetProperty(run, out var told)) continue;
                var (took, words) = tool == "js" ? Told(told, "ms", 1e-3, "JavaScript") : Told(told, "s", 1, "pabutools");
                Add(name, size, Times(() => count(election)), words, took);
            }
        }
    }

    private static (double? Seconds, string Words) Told(JsonElement told, string field, double unit, string tool) =>
        told.TryGetProperty(field, out var time) ? (time.GetDouble() * unit, $"{tool} {Seconds(time.GetDouble() * unit)}")
        : told.TryGetProperty("timeout_s", out var limit) ? (null, $"{tool} not done in {Seconds(limit.GetDouble())}") : (null, $"{tool} refuses: tie not broken");

    private static void Add(string what, string size, Timings times, string reference, double? seconds) =>
        Table.Add(what, size, times, seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"{reference}: × {seconds * 1000 / times.Median:0.#}") : reference);

    private static BudgetElection Read(string path)
    {
        using var text = new StreamReader(path);
        return PabulibFile.Read(text).File!.Election;
    }

    private static Timings Times(Action work)
    {
        var times = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            var started = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return new(times.Skip(2)); // the first two compile
    }

    private static string Seconds(double seconds) => seconds.ToString(seconds < 10 ? "0.0## s" : "0 s", CultureInfo.InvariantCulture);

    private static string Found()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", "pabulib") is var found && Directory.Exists(found)) return found;
        throw new DirectoryNotFoundException("Give the folder of the .pb files and of the references with --data.");
    }
}
