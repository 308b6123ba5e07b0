namespace Trame.Engines.FairBudget;

/// <summary>Cuts a text into rows of cells: semicolons, quotation marks doubled inside quoted cells, any line end, empty lines left out. Keeps one row in memory.</summary>
internal sealed class PabulibScanner(TextReader reader)
{
    private readonly char[] _buffer = new char[1 << 15];
    private readonly List<Place> _cells = [];
    private int _at, _end, _column = 1, _length;
    private char[] _text = new char[1024];

    private readonly record struct Place(int Start, int Line, int Column);

    /// <summary>The line that is being read, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Cells of the row.</summary>
    public int Count => _cells.Count;

    public ReadOnlySpan<char> this[int cell] => _text.AsSpan(_cells[cell].Start..(cell + 1 < _cells.Count ? _cells[cell + 1].Start : _length));

    /// <summary>A problem with a cell of this row, or with a character inside it.</summary>
    public PabulibException Problem(int cell, PabulibFault fault, ReadOnlySpan<char> detail, int offset = 0) =>
        new(new(_cells[cell].Line, _cells[cell].Column + offset, fault, detail.Trim().ToString()));

    /// <summary>A problem with what is not there: told at the end of what was read.</summary>
    public PabulibException Problem(PabulibFault fault, string detail) => new(new(Line, _column, fault, detail));

    /// <summary>Goes to the next row that is not empty; false at the end.</summary>
    public bool Next()
    {
        do
        {
            _length = 0;
            _cells.Clear();
            if (!More()) return false;
            if (Line == 1 && _column == 1 && _buffer[_at] == '\uFEFF') _at++;
            while (ReadCell()) { }
        }
        while (_cells.Count == 1 && this[0].IsWhiteSpace());
        return true;
    }

    /// <summary>Reads one cell and what ends it; true when another follows on the same row.</summary>
    private bool ReadCell()
    {
        _cells.Add(new(_length, Line, _column));
        if (More() && _buffer[_at] == '"') ReadQuoted();
        while (More())
        {
            var rest = _buffer.AsSpan(_at.._end);
            var stop = rest.IndexOfAny(';', '\n', '\r');
            Take(stop < 0 ? rest : rest[..stop]);
            if (stop < 0) continue;
            var mark = _buffer[_at];
            if (mark == ';') _column++;
            _at++;
            if (mark == ';') return true;
            if (mark == '\r' && More() && _buffer[_at] == '\n') _at++;
            (Line, _column) = (Line + 1, 1);
            return false;
        }

        return false;
    }

    private void ReadQuoted()
    {
        var opened = _cells.Count - 1;
        Skip();
        while (true)
        {
            if (!More()) throw Problem(opened, PabulibFault.OpenQuote, this[opened][..Math.Min(30, this[opened].Length)]);
            var rest = _buffer.AsSpan(_at.._end);
            var stop = rest.IndexOfAny('"', '\n');
            Take(stop < 0 ? rest : rest[..stop]);
            if (stop < 0) continue;
            if (_buffer[_at] == '\n')
            {
                Take("\n");
                (Line, _column) = (Line + 1, 1);
                continue;
            }

            Skip();
            if (!More() || _buffer[_at] != '"') return;
            Take("\"");
        }
    }

    private void Skip() => (_at, _column) = (_at + 1, _column + 1);

    private void Take(ReadOnlySpan<char> part)
    {
        if (_length + part.Length > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + part.Length));
        part.CopyTo(_text.AsSpan(_length));
        (_length, _at, _column) = (_length + part.Length, _at + part.Length, _column + part.Length);
    }

    private bool More()
    {
        if (_at < _end) return true;
        (_at, _end) = (0, reader.Read(_buffer));
        return _end > 0;
    }
}
