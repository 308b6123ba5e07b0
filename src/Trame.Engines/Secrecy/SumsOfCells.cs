using System.Globalization;

namespace Trame.Engines.Secrecy;

/// <summary>The sums between the cells of a table, checked.</summary>
internal sealed class SumsOfCells(IReadOnlyList<CodeHierarchy> hierarchies, IReadOnlyList<TableCell> cells, Dictionary<string, int> numbers, double tolerance)
{
    public (IReadOnlyList<IReadOnlyList<int>> Sums, DisclosureProblem? Problem) Find()
    {
        var parts = new SortedDictionary<(int Margin, int Dimension), List<int>>();
        for (var cell = 0; cell < cells.Count; cell++)
            for (var d = 0; d < hierarchies.Count; d++)
            {
                if (!hierarchies[d].ParentOf.TryGetValue(cells[cell].Codes[d], out var parent)) continue;
                var above = cells[cell].Codes.ToArray();
                above[d] = parent;
                if (!numbers.TryGetValue(CellScan.Key(above), out var margin)) return ([], new(DisclosureFault.MissingMargin, cell, d, string.Join(" × ", above)));
                if (!parts.TryGetValue((margin, d), out var list)) parts.Add((margin, d), list = []);
                list.Add(cell);
            }

        foreach (var ((margin, dimension), list) in parts)
            if (Mismatch(margin, list) is { } detail) return ([], new(DisclosureFault.MarginMismatch, margin, dimension, detail));
        return ([.. parts.Select(p => (IReadOnlyList<int>)[p.Key.Margin, .. p.Value])], null);
    }

    private string? Mismatch(int margin, List<int> parts) =>
        Mismatch(cells[margin].Count, parts.Sum(p => cells[p].Count), LargestCount) ?? Mismatch(cells[margin].Value ?? 0, parts.Sum(p => cells[p].Value ?? 0), LargestValue);

    private double LargestCount { get; } = cells.Count == 0 ? 0 : cells.Max(c => c.Count);

    private double LargestValue { get; } = cells.Count == 0 ? 0 : cells.Max(c => c.Value ?? 0);

    private string? Mismatch(double margin, double sum, double largest) => Math.Abs(margin - sum) <= tolerance * (margin + largest / 1000) + 1e-9 ? null
        : string.Create(CultureInfo.InvariantCulture, $"{sum} ≠ {margin}");
}
