namespace Trame.Engines.FairBudget;

/// <summary>A section of a Pabulib file as text: every cell as it was written, those that nobody asked for too.</summary>
/// <remarks>Two bytes a character and four a cell, without an object per cell.</remarks>
public sealed class PabulibTable
{
    private readonly List<int> _rows = [0];
    private readonly List<int> _ends = [0];
    private char[] _text = [];
    private int _length;

    /// <param name="columns">The header.</param>
    public PabulibTable(IReadOnlyList<string> columns) => Columns = columns;

    /// <summary>The header, trimmed.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Rows under the header.</summary>
    public int Count => _rows.Count - 1;

    /// <summary>Cells of a row: as many as columns, except in META where a row may have more.</summary>
    public int Cells(int row) => _rows[row + 1] - _rows[row];

    /// <summary>A cell, exactly as written inside its quotation marks.</summary>
    public ReadOnlySpan<char> this[int row, int cell] => _text.AsSpan(_ends[_rows[row] + cell].._ends[_rows[row] + cell + 1]);

    /// <summary>The index of a column, or -1.</summary>
    public int Column(string name)
    {
        for (var i = 0; i < Columns.Count; i++) if (Columns[i] == name) return i;
        return -1;
    }

    /// <summary>Adds a row.</summary>
    public void Add(params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells) AddCell(cell);
        EndRow();
    }

    internal void AddCell(ReadOnlySpan<char> cell)
    {
        if (_length + cell.Length > _text.Length) Array.Resize(ref _text, Math.Max(_length + cell.Length, _text.Length + (_text.Length / 2) + 256));
        cell.CopyTo(_text.AsSpan(_length));
        _ends.Add(_length += cell.Length);
    }

    internal void EndRow() => _rows.Add(_ends.Count - 1);
}
