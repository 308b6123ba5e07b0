using CsvHelper;

namespace Trame.Foundation.Tables;

/// <summary>Writes a table row by row, as a spreadsheet and <see cref="TableReader"/> read it: quoted where needed, CR LF, formulas disarmed by <see cref="FormulaGuard"/>.</summary>
/// <remarks>UTF-8. With its byte order mark a double click in Excel shows accents; without it other tools are happier. NUL, which no table can hold, is
/// written as U+FFFD. Not thread-safe; nothing is held but a buffer. The stream stays open.</remarks>
public sealed class TableWriter : IDisposable
{
    private readonly CsvWriter _writer;
    private readonly int _columns;

    /// <exception cref="ArgumentException">No header, or too many, or a separator other than ; , tab and |.</exception>
    public TableWriter(Stream stream, IReadOnlyList<string> headers, char separator = ';', bool byteOrderMark = true)
    {
        if (headers.Count is 0 or > TableLimits.Columns) throw new ArgumentException($"1 to {TableLimits.Columns} headers.", nameof(headers));
        if (separator is not (';' or ',' or '\t' or '|')) throw new ArgumentException("The separator is ; , tab or |.", nameof(separator));
        _columns = headers.Count;
        var options = new CsvWriterOptions { Separator = separator, WriteByteOrderMark = byteOrderMark, NewLine = "\r\n", HasHeader = false };
        _writer = CsvWriter.Create(stream, options, leaveOpen: true);
        Write(headers);
    }

    /// <exception cref="ArgumentException">There is not one cell for each header.</exception>
    public void Write(params IReadOnlyList<string> cells)
    {
        if (cells.Count != _columns) throw new ArgumentException($"{_columns} cells expected, {cells.Count} given.", nameof(cells));
        foreach (var cell in cells) _writer.WriteField(FormulaGuard.Put(cell.Replace('\0', '\uFFFD')));
        _writer.EndRecord();
    }

    public void Flush() => _writer.Flush();

    public void Dispose() => _writer.Dispose();
}
