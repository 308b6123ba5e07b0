namespace Trame.Foundation.Tables;

/// <summary>A table of which every row must be right: the first fault ends the reading.</summary>
public static class StrictTable
{
    /// <summary>Where and why a file was refused: one sentence for <see cref="CommandHost.Fail(string, object?[])"/>, with its remedy.</summary>
    public sealed record Fault(string File, int Line, int Column, string Reason)
    {
        public Task<int> Fail() => CommandHost.Fail("tables.fault", File, Line, Column, Reason);
    }

    /// <summary>Every row as <paramref name="read"/> makes it, or the first fault. A file without rows is a fault.</summary>
    /// <param name="file">Exists.</param>
    /// <param name="needed">Headers that must be there.</param>
    /// <param name="read">The row's value, or what is wrong with it.</param>
    public static (List<T> Rows, TableHeaders? Headers, Fault? Fault) Read<T>(FileInfo file, IReadOnlyList<string> needed, Func<TableRow, (T? Value, RowError? Error)> read)
    {
        var opening = TableReader.Open(file.OpenRead());
        if (!opening.Accepted) return ([], null, new(file.Name, 1, 1, ImportReport.Sentence(opening.Refused)));
        using var table = opening.Table;
        Fault At(int line, int column, string reason) => new(file.Name, line, column, reason);
        if (table.Missing(needed) is [var missing, ..]) return ([], table.Headers, At(table.Format.HeaderLine, table.Headers.Names.Count, ImportReport.Sentence(missing)));
        var rows = new List<T>();
        foreach (var entry in table.Entries())
        {
            var (value, error) = entry is TableRow row ? read(row) : (default, (RowError)entry);
            if (error is not null) return ([], table.Headers, At(error.LineNumber, 1 + Math.Max(0, table.Headers.Names.ToList().IndexOf(error.Column ?? "")), Ui.Texts.Get(error.TextKey, [.. error.Args])));
            rows.Add(value!);
        }

        return rows.Count > 0 ? (rows, table.Headers, null) : ([], table.Headers, At(table.Format.HeaderLine + 1, 1, Ui.Texts.Get("tables.no-row")));
    }

    /// <summary>A finite number as programs and people write it: « 1.5e-3 », « 12,5 ».</summary>
    public static CellReading<double> Number(string cell) =>
        double.TryParse(cell, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? CellReading<double>.Of(number)
        : NumberCells.Decimal(cell) is var read && read.HasValue ? CellReading<double>.Of((double)read.Value)
        : read.IsEmpty ? CellReading<double>.Wrong("import.cell-needed") : new(false, 0, read.Problem, null);
}
