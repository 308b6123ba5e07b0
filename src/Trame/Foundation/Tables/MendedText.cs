namespace Trame.Foundation.Tables;

/// <summary>The text of a table without its broken rows, so that one quotation mark left open does not swallow the rest of the file.</summary>
/// <remarks>A row is scanned to its end before it is let through. When it breaks (a mark left open, text after a closing mark, more columns than
/// the header through line breaks, too long, NUL) only its <em>first line</em> is withheld: <see cref="Marker"/> stands in its place, its error
/// waits in <see cref="Errors"/>, and scanning resumes on the next line. Memory: one row and one buffer. Time: linear; scanning again after broken
/// rows is bounded by <see cref="MostRescanned"/>, beyond which the rest of the file is given up and said to be.</remarks>
internal sealed class MendedText(TextReader source, char separator) : TextReader
{
    public const string Marker = "\u0001";

    private const long MostRescanned = 64L << 20;
    private char[] _text = new char[1 << 16];
    private int _start;          // first character not let through
    private int _end;            // end of what was read
    private int _passed;         // end of what may be let through
    private bool _sourceEnded;
    private bool _inMarker;
    private long _rescanned;
    private int _line = 1;

    /// <summary>Withheld rows, in order, with the column where they broke when it is known (-1 otherwise); each has its marker in the text.</summary>
    public Queue<(RowError Error, int Column)> Errors { get; } = new();

    /// <summary>Columns of the header once it is known.</summary>
    public int Columns { get; set; } = TableLimits.Columns;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var written = 0;
        while (written < buffer.Length)
        {
            if (_inMarker) { buffer[written++] = '\n'; _inMarker = false; continue; }
            if (_start < _passed)
            {
                var count = Math.Min(_passed - _start, buffer.Length - written);
                _text.AsSpan(_start, count).CopyTo(buffer[written..]);
                (_start, written) = (_start + count, written + count);
                continue;
            }
            switch (ScanRow())
            {
                case Scan.Row: break;
                case Scan.Withheld: buffer[written++] = Marker[0]; _inMarker = true; break;
                default: return written;
            }
        }
        return written;
    }

    private enum Scan { Row, Withheld, End }

    private Scan ScanRow()
    {
        MakeRoom();
        if (!Has(_start)) return Scan.End;
        var row = new RowScan();
        while (true)
        {
            var step = row.Quoted ? InQuotes(ref row) : OutsideQuotes(ref row);
            if (step is { } problem) return Withhold(row, problem);
            if (!row.Ended) continue;
            _passed = _start + row.At;
            _line += row.Lines;
            return Scan.Row;
        }
    }

    private TableProblem? InQuotes(ref RowScan row)
    {
        while (true)
        {
            if (!Has(_start + row.At)) return new("tables.row.open-quote", _line);
            var letter = _text[_start + row.At++];
            if (letter == '"' && Has(_start + row.At) && _text[_start + row.At] == '"') row.At++;
            else if (letter == '"') break;
            else if (letter == '\0') return new("tables.row.binary");
            else if (letter == '\n' || (letter == '\r' && !NextIs(row.At, '\n'))) row.Lines++;
            if (row.TooLong(_line) is { } problem) return problem;
        }
        row.Quoted = false;
        if (!Has(_start + row.At) || _text[_start + row.At] is '\r' or '\n' || _text[_start + row.At] == separator) return null;
        // Over several lines, the mark that « closes » is most often the one that opens a cell further down.
        return row.Lines > 0 ? new("tables.row.open-quote", _line) : new("tables.row.quotes");
    }

    private TableProblem? OutsideQuotes(ref RowScan row)
    {
        if (!Has(_start + row.At)) { row.Ended = true; return null; }
        var letter = _text[_start + row.At++];
        if (letter == separator)
        {
            row.FieldAt = row.At;
            if (++row.Columns > TableLimits.Columns) return new("tables.row.too-many-columns", TableLimits.Columns);
            if (row.Lines > 0 && row.Columns > Columns) return new("tables.row.open-quote", _line);
        }
        else if (letter == '"' && row.At - 1 == row.FieldAt) row.Quoted = true;
        else if (letter == '\0') return new("tables.row.binary");
        else if (letter is '\n' or '\r')
        {
            if (letter == '\r' && NextIs(row.At, '\n')) row.At++;
            row.Lines++;
            row.Ended = true;
        }
        return row.TooLong(_line);
    }

    // Lets the first line go and starts again after it.
    private Scan Withhold(RowScan row, TableProblem problem)
    {
        var known = _text.AsSpan(_start, _end - _start);
        var length = known.IndexOfAny('\r', '\n') is var end && end >= 0 ? end : known.Length;
        Errors.Enqueue((RowError.Of(_line, null, known[..length], problem), row.Lines == 0 ? row.Columns - 1 : -1));
        _rescanned += Math.Max(0, row.At - length);
        SkipLine();
        _line++;
        if (_rescanned <= MostRescanned) return Scan.Withheld;
        Errors.Enqueue((RowError.Of(_line, null, "", new TableProblem("tables.file.too-broken", _line)), -1));
        (_start, _passed, _end, _sourceEnded) = (0, 0, 0, true);
        return Scan.Withheld;
    }

    // A line may be as long as the file: what is skipped is not kept.
    private void SkipLine()
    {
        int found;
        while ((found = _text.AsSpan(_start, _end - _start).IndexOfAny('\r', '\n')) < 0)
        {
            _start = _end = 0;
            if (!Has(0)) break;
        }
        if (found >= 0)
        {
            _start += found;
            _start += _text[_start] == '\r' && NextIs(1, '\n') ? 2 : 1;
        }
        _passed = _start;
    }

    private void MakeRoom()
    {
        if (_start < _text.Length / 2) return;
        _text.AsSpan(_start, _end - _start).CopyTo(_text);
        (_start, _end, _passed) = (0, _end - _start, 0);
    }

    private bool NextIs(int offset, char letter) => Has(_start + offset) && _text[_start + offset] == letter;

    // Whether there is a character at this place of the buffer, reading more if needed. Places stay valid: only what was let through moves out,
    // and that happens between rows.
    private bool Has(int place)
    {
        while (place >= _end && !_sourceEnded)
        {
            if (_end == _text.Length) Array.Resize(ref _text, _text.Length * 2);
            var count = source.Read(_text.AsSpan(_end));
            if (count == 0) _sourceEnded = true;
            _end += count;
        }
        return place < _end;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }
}
