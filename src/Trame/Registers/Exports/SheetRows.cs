using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Registers.Exports;

/// <summary>Rows as a workbook: one sheet of records, one that says what each column means.</summary>
internal sealed class SheetRows : IRecordWriter
{
    private readonly WorkbookWriter _book;
    private readonly RowLayout _layout;
    private readonly ExportContext _context;
    private readonly ExportTally _tally;
    private readonly RowCells _cells;
    private readonly bool[] _numbers;

    public SheetRows(Stream stream, RowLayout layout, ExportContext context, ExportTally tally)
    {
        (_layout, _context, _tally, _cells) = (layout, context, tally, new RowCells(layout.Columns));
        _numbers = [.. layout.Columns.Select(c => c.Shape == CellShape.Number)];
        _book = new WorkbookWriter(stream);
        _book.Sheet(Texts.Get("exports.sheet.records"), [.. layout.Columns.Select(c => c.Name)]);
    }

    public void Write(PublicRecord record)
    {
        _cells.Empty();
        if (_book.IsFull)
        {
            _tally.LeaveOut("exports.left.sheet");
            return;
        }

        if (!_layout.Fill(record, _context, _cells, _tally)) return;
        _book.Write(_cells.Values, _numbers);
        _tally.Write();
    }

    public void Dispose()
    {
        _book.Sheet(Texts.Get("exports.sheet.dictionary"), ColumnDictionary.Headers);
        foreach (var line in ColumnDictionary.Lines()) _book.Write(line);
        _book.Dispose();
    }
}
