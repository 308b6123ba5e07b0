using Trame.Foundation.Tables;

namespace Trame.Registers.Sources;

/// <summary>Reads the places of a file through a map of its columns, one by one.</summary>
/// <param name="open">Opens the file anew at each call; it can be rewound.</param>
public sealed class PlaceFile(Func<Stream> open)
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Names = PlaceColumns.Aliases;

    public static PlaceFile At(FileInfo file) => new(file.OpenRead);

    public static PlaceFile Of(byte[] bytes) => new(() => new MemoryStream(bytes, writable: false));

    /// <summary>What the file is, some of its rows and the map proposed for it; or why it cannot be read.</summary>
    public (Understood? Understood, TableProblem? Refused) Understand(IReadOnlySet<string> communes, ColumnMap? said = null, string? sheet = null)
    {
        var (table, refused) = TableFile.Open(HsdsRecords.Plain(open()), Options(said), sheet ?? said?.Sheet);
        if (table is null) return (null, refused);
        using (table)
        {
            var rows = table.Entries().Take(5_000).OfType<TableRow>().Take(ProposeMap.Sampled).ToList();
            return (new(table.Format, table.Headers.Names, rows, said is null ? ProposeMap.Of(table.Headers, table.Format, rows, communes) : Completed(said, table.Headers.Names)), null);
        }
    }

    /// <summary>Each record, in the order of the file. A file that no longer opens is one last fault.</summary>
    public IEnumerable<PlaceEntry> Read(ColumnMap map)
    {
        var (table, refused) = TableFile.Open(HsdsRecords.Plain(open()), Options(map), map.Sheet);
        if (table is null)
        {
            yield return PlaceEntry.Of(RowError.Of(1, null, "", refused!));
            yield break;
        }

        using (table)
        {
            var columns = map.Columns.Where(c => c.Field.Length > 0 && table.Headers.Has(c.Column)).ToList();
            var rows = Rows(table, columns, map);
            foreach (var (line, broken) in map.Format == KnownFormats.Services ? ServicesOfOne.Of(rows) : rows) yield return line is null ? PlaceEntry.Of(broken!) : PlaceCells.Adapt(line, map); // one of the two
        }
    }

    private static IEnumerable<(PlaceLine? Line, RowError? Broken)> Rows(ITable table, List<MappedColumn> columns, ColumnMap map)
    {
        foreach (var entry in table.Entries())
        {
            if (entry is TableRow row) yield return (Line(row, columns, map), null);
            else yield return (null, (RowError)entry);
        }
    }

    private static PlaceLine Line(TableRow row, List<MappedColumn> columns, ColumnMap map) =>
        new(row.LineNumber, Values(columns.Select(c => (c, row[c.Column])), map), row.Element) { Raw = row };

    /// <summary>What the cells of a row say, by field: what every row says first, then the columns, several of them joined.</summary>
    internal static Dictionary<string, string> Values(IEnumerable<(MappedColumn Column, string Cell)> cells, ColumnMap map)
    {
        var values = new Dictionary<string, string>(map.Columns.Count + map.Always.Count);
        foreach (var (field, value) in map.Always) values[field] = value;
        foreach (var (column, raw) in cells)
        {
            var cell = raw.Trim();
            if (cell.Length == 0) continue;
            if (!values.TryGetValue(column.Field, out var before) || map.Always.ContainsKey(column.Field)) values[column.Field] = cell;
            else if (before != cell) values[column.Field] = $"{before}{(column.Field.StartsWith(PlaceColumns.DayPrefix, StringComparison.Ordinal) ? " / " : "\n")}{cell}";
        }

        return values;
    }

    private static TableOptions Options(ColumnMap? map) => new() { Aliases = map is null ? Names : map.Columns.ToDictionary(c => c.Column, IReadOnlyList<string> (_) => []), HeaderLine = map?.HeaderLine };

    // A map made for the last edition: columns that are new here are shown, those that are gone stay in the map and say nothing.
    private static ColumnMap Completed(ColumnMap map, IReadOnlyList<string> names) =>
        map with { Columns = [.. map.Columns, .. names.Where(n => map.Columns.All(c => !TableHeaders.Same(c.Column, n))).Select(n => new MappedColumn(n, "", 0) { Why = "sources.why.new" })] };
}
