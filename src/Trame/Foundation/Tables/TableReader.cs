using System.Text;
using CsvHelper;

namespace Trame.Foundation.Tables;

/// <summary>Reads a table of unknown encoding, separator and header line, row by row, however large it is. A broken row is told and reading goes on.</summary>
/// <remarks>Memory does not grow with the file: one row, one buffer. Not thread-safe; rows can be read once. Cells are given as they stand,
/// blanks included, except that the apostrophe <see cref="FormulaGuard"/> put before a formula is taken off.</remarks>
public sealed class TableReader : ITable
{
    private const int Sample = 1 << 16;
    private readonly MendedText _text;
    private readonly CsvReader _reader;

    private TableReader(MendedText text, CsvReader reader, TableHeaders headers, TableFormat format) =>
        (_text, _reader, Headers, Format) = (text, reader, headers, format);

    public TableHeaders Headers { get; }

    public TableFormat Format { get; }

    /// <summary>Opens a table. The stream is read from where it stands, needs no rewinding, and is closed with the table, or at once when refused.</summary>
    public static TableOpening Open(Stream stream, TableOptions? options = null)
    {
        options ??= new();
        var start = new byte[Sample];
        var length = stream.ReadAtLeast(start, Sample, throwOnEndOfStream: false);
        ReadOnlyMemory<byte> known = start.AsMemory(0, length);
        var encoding = TableEncoding.Of(known.Span);
        known = known[encoding.MarkLength..];
        var text = encoding.Encoding.GetString(known.Span);
        if (FileSignature.Refuse(start.AsSpan(0, length)) is { } problem || (problem = FileSignature.Refuse(text)) is not null)
        {
            stream.Dispose();
            return new(null, problem);
        }
        var layout = TableLayout.Of(text, options);
        var letters = new StreamReader(new ReplayedStream(known, stream), encoding.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: Sample);
        return ReadHeader(letters, new(encoding.Name, layout.Separator, layout.HeaderLine), options);
    }

    /// <summary>The rows and the errors in the order of the file. Empty lines are passed over.</summary>
    public IEnumerable<TableEntry> Entries()
    {
        while (_reader.Read())
        {
            var line = (int)_reader.LineNumber;
            if (IsMarker(line)) yield return Named(_text.Errors.Dequeue());
            else if (Row(line) is { } entry) yield return entry;
        }
        while (_text.Errors.TryDequeue(out var last)) yield return Named(last);
    }

    /// <summary>The columns an import cannot do without and does not find: one problem for each.</summary>
    public IReadOnlyList<TableProblem> Missing(params IReadOnlyList<string> headers) =>
        [.. headers.Where(header => !Headers.Has(header)).Select(header => new TableProblem("tables.header.missing", header, string.Join(", ", Headers.Names)))];

    public void Dispose()
    {
        _reader.Dispose();
        _text.Dispose();
    }

    internal static CsvReaderOptions Csv(char separator) => new()
    {
        HasHeader = false, Separator = separator, DetectSeparatorHint = false, TrackLineNumbers = true, IncludeValuesInExceptions = false,
    };

    private static TableOpening ReadHeader(StreamReader letters, TableFormat format, TableOptions options)
    {
        var text = new MendedText(letters, format.Separator);
        var reader = CsvReader.Create(text, Csv(format.Separator));
        var found = false;
        while (!found && reader.Read()) found = reader.LineNumber >= format.HeaderLine;
        var cells = found ? reader.Current.ToArray() : [];
        var broken = text.Errors.FirstOrDefault(error => error.Error.LineNumber == format.HeaderLine).Error;
        if (!found || (broken is not null && cells is [MendedText.Marker]))
        {
            reader.Dispose();
            text.Dispose();
            return new(null, new TableProblem("tables.header.unreadable", format.HeaderLine));
        }
        while (text.Errors.TryPeek(out var title) && title.Error.LineNumber < format.HeaderLine) text.Errors.Dequeue();
        var headers = new TableHeaders([.. cells.Select(FormulaGuard.TakeOff)], options.Aliases);
        text.Columns = headers.Names.Count;
        return new(new TableReader(text, reader, headers, format with { HeaderLine = (int)reader.LineNumber }), null);
    }

    private bool IsMarker(int line) => _reader.FieldCount == 1 && _text.Errors.TryPeek(out var next) && next.Error.LineNumber == line
        && _reader.GetString(0) == MendedText.Marker;

    private TableEntry? Row(int line)
    {
        var found = _reader.FieldCount;
        var columns = Headers.Names.Count;
        for (var extra = columns; extra < found; extra++)
            if (!_reader.IsEmpty(extra)) return RowError.Of(line, null, Excerpt(), new("tables.row.too-many-cells", found, columns));
        if (found == 1 && columns > 1 && string.IsNullOrWhiteSpace(_reader.GetString(0))) return null; // a line of blanks is an empty line
        if (found < columns) return RowError.Of(line, null, Excerpt(), new("tables.row.too-few-cells", found, columns));
        var cells = new string[columns];
        for (var column = 0; column < columns; column++) cells[column] = FormulaGuard.TakeOff(_reader.GetString(column));
        return new TableRow(line, Headers, cells);
    }

    private string Excerpt() => Encoding.UTF8.GetString(_reader.RawRecord[..Math.Min(_reader.RawRecord.Length, 400)]);

    private RowError Named((RowError Error, int Column) withheld) => withheld.Column >= 0 && withheld.Column < Headers.Names.Count
        ? withheld.Error with { Column = Headers.Names[withheld.Column] } : withheld.Error;
}
