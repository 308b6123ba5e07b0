using System.Text;

namespace Trame.Engines.OpinionMap.Files;

/// <summary>Lines of comma-separated cells (RFC 4180: quoted cells may hold commas, line ends and doubled quotation marks), one at a time.</summary>
/// <remarks>Memory for one line; O(characters). Empty lines are passed over.</remarks>
internal sealed class CsvLines(TextReader reader)
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _ends = [];
    private readonly char[] _buffer = new char[1 << 16];
    private int _at, _filled, _lineOfFile = 1;

    /// <summary>Line of the file where the current line starts, from 1.</summary>
    public int Line { get; private set; }

    public int Count => _ends.Count;

    /// <summary>What stops the reading; null while all is well.</summary>
    public VoteFileProblem? Problem { get; private set; }

    public ReadOnlySpan<char> Cell(int cell)
    {
        var from = cell == 0 ? 0 : _ends[cell - 1];
        foreach (var chunk in _text.GetChunks()) // one chunk, but for lines longer than what the builder keeps together
            if (chunk.Length == _text.Length) return chunk.Span[from.._ends[cell]];
        return _text.ToString(from, _ends[cell] - from);
    }

    /// <summary>Goes to the next line that is not empty; false at the end or when something is wrong.</summary>
    public bool Next()
    {
        do
        {
            _text.Clear();
            _ends.Clear();
            Line = _lineOfFile;
            if (!ReadLine()) return false;
        }
        while (_ends.Count == 1 && _ends[0] == 0);
        return true;
    }

    private bool ReadLine()
    {
        var (isQuoted, cellStart, any) = (false, 0, false);
        while (Read() is var letter and >= 0)
        {
            any = true;
            if (letter is '\uFFFF' or '\0') return Wrong(VoteFileTrouble.NotUtf8, _lineOfFile, "");
            if (isQuoted)
            {
                if (letter == '\n') _lineOfFile++;
                if (letter != '"') _text.Append((char)letter);
                else if (Peek() != '"') isQuoted = false;
                else _text.Append((char)Read());
            }
            else if (letter == '"' && _text.Length == cellStart) isQuoted = true;
            else if (letter == ',') cellStart = EndCell();
            else if (letter == '\n') { EndOfLine(); return true; }
            else if (letter != '\r' || Peek() != '\n') _text.Append((char)letter);
        }

        if (isQuoted) return Wrong(VoteFileTrouble.UnclosedQuote, Line, _text.ToString(cellStart, Math.Min(30, _text.Length - cellStart)));
        if (any) EndCell();
        return any;
    }

    private int EndCell()
    {
        _ends.Add(_text.Length);
        return _text.Length;
    }

    private void EndOfLine()
    {
        EndCell();
        _lineOfFile++;
    }

    private bool Wrong(VoteFileTrouble trouble, int line, string found)
    {
        Problem = new(trouble, line, _ends.Count + 1, found);
        return false;
    }

    private int Read() => Fill() ? _buffer[_at++] : -1;

    private int Peek() => Fill() ? _buffer[_at] : -1;

    private bool Fill()
    {
        if (_at < _filled) return true;
        (_at, _filled) = (0, reader.Read(_buffer));
        return _filled > 0;
    }
}
