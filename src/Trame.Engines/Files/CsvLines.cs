using System.Text;

namespace Trame.Engines.Files;

/// <summary>Lines of cells of a text table, one at a time: comma, semicolon or tab, whichever the first line has most; quoted cells may hold separators, line ends and doubled quotation marks (RFC 4180).</summary>
/// <remarks>A byte-order mark is passed over, and so are lines whose cells are all blank; a line ends with \n, \r or both. Memory for one line; O(characters).</remarks>
internal sealed class CsvLines(TextReader reader)
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _ends = [];
    private readonly char[] _buffer = new char[1 << 16];
    private int _at, _filled, _lineOfFile = 1;
    private char _separator;

    /// <summary>Line of the file where the current line starts, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Cells of the current line.</summary>
    public int Count => _ends.Count;

    /// <summary>What stops the reading; null while all is well. Then <see cref="Line"/> and <see cref="Count"/> say where.</summary>
    public CsvTrouble? Trouble { get; private set; }

    /// <summary>A cell as it stands, without its quotes.</summary>
    public ReadOnlySpan<char> Cell(int cell)
    {
        var from = cell == 0 ? 0 : _ends[cell - 1];
        foreach (var chunk in _text.GetChunks()) // one chunk, but for lines longer than what the builder keeps together
            if (chunk.Length == _text.Length) return chunk.Span[from.._ends[cell]];
        return _text.ToString(from, _ends[cell] - from);
    }

    /// <summary>Goes to the next line that says something; false at the end or when something is wrong.</summary>
    public bool Next()
    {
        if (_separator == 0) Begin();
        do
        {
            _text.Clear();
            _ends.Clear();
            Line = _lineOfFile;
            if (!ReadLine()) return false;
        }
        while (IsBlank());
        return true;
    }

    /// <summary>The text of the cell where the reading stopped, to be shown.</summary>
    public string Rest(int most)
    {
        var from = _ends.Count == 0 ? 0 : _ends[^1];
        return _text.ToString(from, Math.Min(most, _text.Length - from));
    }

    private void Begin()
    {
        if (Peek() == '\uFEFF') _at++;
        var start = _buffer.AsSpan(_at, _filled - _at);
        var first = start.TrimStart("\r\n \t");
        first = first.IndexOfAny('\r', '\n') is >= 0 and var end ? first[..end] : first;
        var (commas, semicolons, tabs) = (first.Count(','), first.Count(';'), first.Count('\t'));
        _separator = semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }

    private bool ReadLine()
    {
        var (isQuoted, cellStart, any) = (false, 0, false);
        while (Read() is var letter and >= 0)
        {
            any = true;
            if (letter is '\uFFFF' or '\0') return Wrong(CsvTrouble.NotText, _lineOfFile);
            if (isQuoted)
            {
                if (letter == '\n') _lineOfFile++;
                if (letter != '"') _text.Append((char)letter);
                else if (Peek() != '"') isQuoted = false;
                else _text.Append((char)Read());
            }
            else if (letter == '"' && IsBlankFrom(cellStart)) (isQuoted, _text.Length) = (true, cellStart);
            else if (letter == _separator) cellStart = EndCell();
            else if (letter is '\n' or '\r') { EndOfLine(letter); return true; }
            else _text.Append((char)letter);
        }

        if (isQuoted) return Wrong(CsvTrouble.OpenQuote, Line);
        if (any) EndCell();
        return any;
    }

    private bool IsBlank() => IsBlankFrom(0);

    private bool IsBlankFrom(int start)
    {
        for (var at = start; at < _text.Length; at++)
            if (!char.IsWhiteSpace(_text[at])) return false;
        return true;
    }

    private int EndCell()
    {
        _ends.Add(_text.Length);
        return _text.Length;
    }

    private void EndOfLine(int letter)
    {
        if (letter == '\r' && Peek() == '\n') _at++;
        EndCell();
        _lineOfFile++;
    }

    private bool Wrong(CsvTrouble trouble, int line)
    {
        (Trouble, Line) = (trouble, line);
        return false;
    }

    private int Read() => Fill() ? _buffer[_at++] : -1;

    private int Peek() => Fill() ? _buffer[_at] : -1;

    private bool Fill()
    {
        if (_at < _filled) return true;
        (_at, _filled) = (0, reader.ReadBlock(_buffer));
        return _filled > 0;
    }
}
