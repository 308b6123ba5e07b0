namespace Trame.Engines.Optimization;

/// <summary>Lines grouped by how many entries they have, as doubly linked lists: every change is O(1).</summary>
internal sealed class CountBuckets
{
    private const int Out = -2;
    private int[] _first = [], _next = [], _previous = [], _count = [];

    public void Reset(int lines)
    {
        if (_first.Length <= lines) (_first, _next, _previous, _count) = (new int[lines * 3 / 2 + 1], new int[lines * 3 / 2 + 1], new int[lines * 3 / 2 + 1], new int[lines * 3 / 2 + 1]);
        Array.Fill(_first, -1);
        Array.Fill(_previous, Out);
    }

    public int First(int count) => _first[count];

    public int Next(int line) => _next[line];

    public void Add(int line, int count)
    {
        var first = _first[count];
        (_count[line], _next[line], _previous[line], _first[count]) = (count, first, -1, line);
        if (first >= 0) _previous[first] = line;
    }

    /// <summary>Takes the line out; it may be out already.</summary>
    public void Remove(int line)
    {
        if (_previous[line] == Out) return;
        if (_previous[line] >= 0) _next[_previous[line]] = _next[line];
        else _first[_count[line]] = _next[line];
        if (_next[line] >= 0) _previous[_next[line]] = _previous[line];
        _previous[line] = Out;
    }

    public void Change(int line, int count)
    {
        Remove(line);
        Add(line, count);
    }
}
