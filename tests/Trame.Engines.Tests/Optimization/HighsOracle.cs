using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Trame.Engines.Optimization;

namespace Trame.Engines.Tests.Optimization;

/// <summary>Asks HiGHS (WebAssembly, in Node) for the answers to many models at once: one process, one file in, one file out.</summary>
internal static class HighsOracle
{
    public sealed record Answer(int Status, double Objective, double Milliseconds)
    {
        public bool Optimal => Status == 7;
        public bool Infeasible => Status is 8 or 9;
        public bool Unbounded => Status is 9 or 10;
    }

    /// <summary>Why it cannot answer on this machine, or null.</summary>
    public static string? Missing()
    {
        if (Folder is null) return "the folder tests/Trame.Engines.Tests/Oracle is not above this program";
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "highs"))) return $"npm package highs is not installed: (cd {Folder} && npm ci)";
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
            node!.WaitForExit();
            return node.ExitCode == 0 ? null : "node does not run";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js is not installed";
        }
    }

    public static List<Answer> Solve(IReadOnlyList<LinearModel> models, int repeat = 1)
    {
        var work = Directory.CreateTempSubdirectory("trame-oracle-");
        try
        {
            var (problems, answers) = (Path.Combine(work.FullName, "problems"), Path.Combine(work.FullName, "answers"));
            File.WriteAllLines(problems, models.Select(Line));
            using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder!, "solve.mjs"), problems, answers, "--repeat", repeat.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
            var error = node.StandardError.ReadToEnd();
            node.WaitForExit();
            if (node.ExitCode != 0) throw new InvalidOperationException($"the oracle failed: {error}");
            return [.. File.ReadLines(answers).Select(Read)];
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "Trame.Engines.Tests", "Oracle");
            if (Directory.Exists(candidate)) return candidate;
        }
        return null;
    }

    private static Answer Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var objective = json.RootElement.GetProperty("objective");
        return new(json.RootElement.GetProperty("status").GetInt32(), objective.ValueKind == JsonValueKind.Number ? objective.GetDouble() : double.NaN, json.RootElement.GetProperty("milliseconds").GetDouble());
    }

    private static string Line(LinearModel model)
    {
        int n = model.ColumnCount, m = model.RowCount;
        var columns = Enumerable.Range(0, n).ToArray();
        var rows = Enumerable.Range(0, m).ToArray();
        var entries = model.Coefficients().OrderBy(e => e.Column).ToList();
        var starts = new int[n + 1];
        foreach (var entry in entries) starts[entry.Column + 1]++;
        for (var j = 0; j < n; j++) starts[j + 1] += starts[j];
        return new StringBuilder("{\"maximise\":").Append(model.Goal == Goal.Maximise ? "true" : "false").Append(",\"offset\":").Append(Number(model.Offset))
            .Append(List("cost", columns.Select(model.Cost))).Append(List("lower", columns.Select(model.Lower))).Append(List("upper", columns.Select(model.Upper)))
            .Append(List("rowLower", rows.Select(model.RowLower))).Append(List("rowUpper", rows.Select(model.RowUpper)))
            .Append(List("integer", columns.Select(j => model.IsInteger(j) ? 1.0 : 0))).Append(List("starts", starts.Select(s => (double)s)))
            .Append(List("rows", entries.Select(e => (double)e.Row))).Append(List("values", entries.Select(e => e.Value))).Append('}').ToString();
    }

    private static string List(string name, IEnumerable<double> values) => $",\"{name}\":[{string.Join(',', values.Select(Number))}]";

    private static string Number(double value) => double.IsInfinity(value) ? value > 0 ? "1e308" : "-1e308" : value.ToString("R", CultureInfo.InvariantCulture);
}
