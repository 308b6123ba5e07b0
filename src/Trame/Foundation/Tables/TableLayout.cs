using CsvHelper;

namespace Trame.Foundation.Tables;

/// <summary>Finds the separator and the header line in the beginning of a table, where titles and notes often stand first.</summary>
internal static class TableLayout
{
    private const int MostRows = 60;
    private static readonly char[] Separators = [';', '\t', '|', ','];

    public static (char Separator, int HeaderLine) Of(string start, TableOptions options)
    {
        var excel = ExcelHint(start);
        var hint = options.Separator ?? excel;
        var best = (Separator: hint ?? ';', Rows: ReadRows(start, hint ?? ';'));
        if (hint is null)
            foreach (var separator in Separators)
            {
                var rows = ReadRows(start, separator);
                if (Regularity(rows) > Regularity(best.Rows)) best = (separator, rows);
            }
        return (best.Separator, options.HeaderLine ?? HeaderLine(excel is null ? best.Rows : [.. best.Rows.Where(row => row.Line > 1)], options));
    }

    // Excel writes « sep=; » on a line of its own and hides it afterwards.
    private static char? ExcelHint(string start) =>
        start.Length > 5 && start.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && start[5] is ('\r' or '\n') && Separators.Contains(start[4]) ? start[4] : null;

    // The share of rows that have the most usual number of cells: text that happens to hold a separator is never as regular as a table.
    // At equal regularity the first of Separators wins, so that « 1,5;2,5 » is two numbers and not three cells.
    private static double Regularity(List<(int Line, string[] Cells)> rows)
    {
        var usual = UsualCount(rows);
        return usual < 2 ? 0 : (double)rows.Count(row => row.Cells.Length == usual) / rows.Count;
    }

    private static int UsualCount(List<(int Line, string[] Cells)> rows) => rows.Count == 0 ? 0
        : rows.GroupBy(row => row.Cells.Length).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;

    internal static int HeaderLine(List<(int Line, string[] Cells)> rows, TableOptions options)
    {
        var near = rows.Where(row => row.Line <= TableLimits.HeaderSearch && row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).ToList();
        if (near.Count == 0) return 1;
        var known = options.Aliases.SelectMany(alias => alias.Value.Append(alias.Key)).Select(TableHeaders.Key).ToHashSet(StringComparer.Ordinal);
        var recognised = near.Select(row => (row.Line, Count: row.Cells.Count(cell => known.Contains(TableHeaders.Key(cell))))).MaxBy(row => row.Count);
        if (recognised.Count > 0) return recognised.Line;
        var usual = UsualCount(rows);
        return near.Where(row => row.Cells.Length == usual).Where(LooksLikeHeader).Select(row => row.Line).FirstOrDefault(near[0].Line);
    }

    // A title padded with separators has one full cell; a row of data has numbers.
    private static bool LooksLikeHeader((int Line, string[] Cells) row)
    {
        var full = row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));
        var numbers = row.Cells.Count(cell => cell.Length > 0 && char.IsAsciiDigit(cell[0]));
        return full * 2 >= row.Cells.Length && numbers * 2 < row.Cells.Length;
    }

    private static List<(int Line, string[] Cells)> ReadRows(string start, char separator)
    {
        var rows = new List<(int, string[])>();
        using var text = new MendedText(new StringReader(start), separator);
        using var reader = CsvReader.Create(text, TableReader.Csv(separator));
        while (rows.Count < MostRows && reader.Read())
        {
            var cells = reader.Current.ToArray();
            if (cells is not [MendedText.Marker] && cells.Any(cell => cell.Length > 0)) rows.Add(((int)reader.LineNumber, cells));
        }
        return rows;
    }
}
