namespace Trame.Engines.Secrecy;

/// <summary>Reads the cells of one or several tables: each once, in range, with codes that exist.</summary>
internal sealed class CellScan(int dimensions, IReadOnlyList<CodeHierarchy> hierarchies)
{
    private const double Same = 1e-6;

    public List<TableCell> Cells { get; } = [];

    /// <summary>For each cell kept, its number among all that were given.</summary>
    public List<int> Given { get; } = [];

    public Dictionary<string, int> Numbers { get; } = new(StringComparer.Ordinal);

    public static string Key(IEnumerable<string> codes) => string.Join('\u001f', codes);

    public DisclosureProblem? Read(IReadOnlyList<IReadOnlyList<TableCell>> tables)
    {
        var given = 0;
        foreach (var table in tables)
        {
            var here = new HashSet<int>();
            foreach (var cell in table)
            {
                if (Check(cell, given) is { } problem) return problem;
                var key = Key(cell.Codes);
                if (Numbers.TryGetValue(key, out var known))
                {
                    if (!here.Add(known)) return new(DisclosureFault.RepeatedCell, given, 0, Words(cell));
                    if (Differs(cell.Count, Cells[known].Count) || Differs(cell.Value ?? 0, Cells[known].Value ?? 0)) return new(DisclosureFault.Contradiction, given, 0, Words(cell));
                }
                else
                {
                    here.Add(Cells.Count);
                    Numbers.Add(key, Cells.Count);
                    Cells.Add(cell);
                    Given.Add(given);
                }

                given++;
            }
        }

        return null;
    }

    private static string Words(TableCell cell) => string.Join(" × ", cell.Codes);

    private static bool Differs(double a, double b) => Math.Abs(a - b) > Same * Math.Max(1, Math.Max(a, b));

    private DisclosureProblem? Check(TableCell cell, int given)
    {
        if (cell.Codes.Count != dimensions) throw new ArgumentException($"{cell.Codes.Count} codes for {dimensions} dimensions.");
        if (Cells.Count > 0 && Cells[0].Value is null != cell.Value is null) throw new ArgumentException("some cells have a value and others not.");
        for (var d = 0; d < dimensions; d++)
            if (!hierarchies[d].Has(cell.Codes[d])) return new(DisclosureFault.UnknownCode, given, d, cell.Codes[d]);
        double[] figures = [cell.Count, cell.Value ?? 0, cell.Max ?? 0, cell.Second ?? 0];
        if (Array.Exists(figures, f => !double.IsFinite(f) || f < 0)) return new(DisclosureFault.OutOfRange, given, -1, Words(cell));
        var most = cell.Value ?? double.PositiveInfinity;
        if (figures[2] > most && Differs(figures[2], most)) return new(DisclosureFault.OutOfRange, given, -1, Words(cell));
        return null;
    }
}
