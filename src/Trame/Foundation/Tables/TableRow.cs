namespace Trame.Foundation.Tables;

/// <summary>One row: a cell for each header of the table.</summary>
public sealed record TableRow : TableEntry
{
    private readonly TableHeaders _headers;
    private readonly string[] _cells;

    internal TableRow(int lineNumber, TableHeaders headers, string[] cells) : base(lineNumber) => (_headers, _cells) = (headers, cells);

    public IReadOnlyList<string> Cells => _cells;

    /// <summary>The cell under this header (its name in the file, in any case and accents, or the name its aliases stand for); empty when there is no such column.</summary>
    public string this[string header] => _headers.TryFind(header, out var column) ? _cells[column] : "";

    /// <summary>Whether the table has such a column.</summary>
    public bool Has(string header) => _headers.Has(header);

    /// <summary>The cell read as a number, a date, a code: <c>row.Read("siret", FrenchCodeCells.Siret)</c>.</summary>
    public CellReading<T> Read<T>(string header, Func<string, CellReading<T>> reader) => reader(this[header]);

    /// <summary>A problem of this row, with its line, its column as the file names it and what stands there.</summary>
    public RowError Error(string header, TableProblem problem) =>
        RowError.Of(LineNumber, _headers.TryFind(header, out var column) ? _headers.Names[column] : header, this[header], problem);

    /// <summary>The same for a column by its place, from 0.</summary>
    internal RowError ErrorAt(int column, TableProblem problem) => RowError.Of(LineNumber, _headers.Names[column], _cells[column], problem);
}
