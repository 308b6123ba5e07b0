using System.Text.Json;
using Trame.Engines.Secrecy;
using Trame.Foundation;
using Trame.Foundation.Tables;

namespace Trame.Observe.Indicators;

/// <summary>The answer for another program, and the pattern read back. Field names are a promise: outside checks read them.</summary>
internal static class SuppressJson
{
    public static string Write(DisclosureTable table, SuppressionPlan plan, double seconds) => JsonAnswer.Of(new
    {
        Primary = plan.Primary.Select(i => Cell(table, i)),
        Secondary = plan.Secondary.Select(i => Cell(table, i)),
        plan.Optimal,
        plan.Bound,
        plan.Cost,
        Unprotected = plan.Unprotected.Select(i => Cell(table, i)),
        Seconds = seconds,
    }) + "\n";

    public static string Write(DisclosureTable table, IReadOnlyList<FeasibleInterval> intervals, SuppressionPlan plan, double seconds)
    {
        var primary = plan.Primary.ToHashSet();
        return JsonAnswer.Of(new
        {
            Cells = intervals.Select(i => new
            {
                Cell = Cell(table, i.Cell), Kind = primary.Contains(i.Cell) ? "primary" : "secondary", Value = i.Figure, Lower = JsonAnswer.Finite(i.Least), Upper = JsonAnswer.Finite(i.Most), i.Needed, i.Protected,
            }),
            Protected = intervals.All(i => i.Protected) && plan.Unprotected.Count == 0,
            Shown = plan.Unprotected.Except(plan.Primary).Select(i => Cell(table, i)),
            Seconds = seconds,
        }) + "\n";
    }

    /// <summary>The cells hidden by an answer of <c>trame suppress --json</c>.</summary>
    public static (IReadOnlySet<int>? Hidden, TableProblem? Problem) ReadPattern(FileInfo file, DisclosureTable table)
    {
        var numbers = table.Cells.Select((cell, i) => (Key: string.Join('\u001f', cell.Codes), i)).ToDictionary(c => c.Key, c => c.i);
        try
        {
            using var pattern = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
            var hidden = new HashSet<int>();
            foreach (var list in (string[])["primary", "secondary"])
                foreach (var cell in pattern.RootElement.GetProperty(list).EnumerateArray())
                {
                    var codes = table.Dimensions.Select(d => cell.GetProperty(d).GetString()).ToArray();
                    if (!numbers.TryGetValue(string.Join('\u001f', codes), out var number)) return (null, new("suppress.pattern.unknown", file.Name, string.Join(" × ", codes)));
                    hidden.Add(number);
                }

            return (hidden, null);
        }
        catch (JsonException wrong)
        {
            return (null, new("suppress.fault", file.Name, (wrong.LineNumber ?? 0) + 1, (wrong.BytePositionInLine ?? 0) + 1, Foundation.Ui.Texts.Get("suppress.pattern.unreadable")));
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException)
        {
            return (null, new("suppress.fault", file.Name, 1, 1, Foundation.Ui.Texts.Get("suppress.pattern.unreadable")));
        }
    }

    private static Dictionary<string, string> Cell(DisclosureTable table, int cell) => table.Dimensions.Select((name, d) => (name, d)).ToDictionary(p => p.name, p => table.Cells[cell].Codes[p.d]);
}
