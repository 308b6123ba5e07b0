using Trame.Foundation.Tables;

namespace Trame.Registers.Exports;

/// <summary>Rows as CSV; what a spreadsheet would run as a formula is disarmed.</summary>
internal sealed class CsvRows(Stream stream, RowLayout layout, ExportContext context, ExportTally tally, char separator, bool byteOrderMark) : IRecordWriter
{
    private readonly TableWriter _table = new(stream, [.. layout.Columns.Select(c => c.Name)], separator, byteOrderMark);
    private readonly RowCells _cells = new(layout.Columns);

    public void Write(PublicRecord record)
    {
        _cells.Empty();
        if (!layout.Fill(record, context, _cells, tally)) return;
        _table.Write(_cells.Values);
        tally.Write();
    }

    public void Dispose() => _table.Dispose();
}
