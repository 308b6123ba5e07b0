using System.Globalization;

namespace Trame.Registers.Exports;

/// <summary>The cells of one row, filled from left to right, and emptied for the next.</summary>
public sealed class RowCells(IReadOnlyList<ExportColumn> columns)
{
    private readonly string[] _cells = new string[columns.Count];
    private int _count;

    public IReadOnlyList<ExportColumn> Columns => columns;

    public IReadOnlyList<string> Values => _count == _cells.Length ? _cells : throw new InvalidOperationException($"{_cells.Length} cells expected, {_count} filled: {columns[_count].Name} is missing.");

    public void Empty() => _count = 0;

    /// <param name="column">Its name, said again where it is filled so that a reader sees which is which.</param>
    public void Put(string column, string? value)
    {
        if (columns[_count].Name != column) throw new InvalidOperationException($"{columns[_count].Name} comes before {column}.");
        _cells[_count++] = value ?? "";
    }

    public void Put(string column, double? value) => Put(column, value?.ToString("0.######", CultureInfo.InvariantCulture));

    public void Put(string column, IEnumerable<string> values) => Put(column, string.Join('|', values));
}
