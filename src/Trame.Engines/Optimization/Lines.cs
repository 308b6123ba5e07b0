using System.Runtime.CompilerServices;

namespace Trame.Engines.Optimization;

/// <summary>Sparse lines (rows or columns) that grow and shrink: each lives in one stretch of a shared store and moves to its end when it outgrows its room.</summary>
internal sealed class Lines
{
    private int[] _room = [];
    private int _end, _lines;

    public int[] Start { get; private set; } = [];
    public int[] Length { get; private set; } = [];
    public int[] Index { get; private set; } = [];
    public double[] Value { get; private set; } = [];

    /// <summary>Entries alive.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets everything and makes <paramref name="lines"/> lines without room.</summary>
    public void Reset(int lines)
    {
        if (Start.Length < lines) (Start, Length, _room) = (new int[lines * 3 / 2], new int[lines * 3 / 2], new int[lines * 3 / 2]);
        Array.Clear(Length, 0, lines);
        Array.Clear(_room, 0, lines);
        Array.Clear(Start, 0, lines);
        (_end, Count, _lines) = (0, 0, lines);
    }

    /// <summary>Gives an empty line its first room.</summary>
    public void Open(int line, int room)
    {
        EnsureStore(room);
        (Start[line], _room[line]) = (_end, room);
        _end += room;
    }

    public ReadOnlySpan<int> IndexesOf(int line) => Index.AsSpan(Start[line], Length[line]);

    public void Clear(int line)
    {
        Count -= Length[line];
        Length[line] = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int line, int index, double value)
    {
        unchecked
        {
            if (Length[line] == _room[line]) Move(line);
            var at = Start[line] + Length[line]++;
            (Index[at], Value[at]) = (index, value);
            Count++;
        }
    }

    /// <summary>Removes the entry of <paramref name="index"/> from the line, if it is there, and returns its value (0 otherwise).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Remove(int line, int index)
    {
        unchecked
        {
            var at = Array.IndexOf(Index, index, Start[line], Length[line]);
            if (at < 0) return 0;
            var value = Value[at];
            RemoveAt(line, at);
            return value;
        }
    }

    /// <summary>Removes the entry at a place of the store, which belongs to the line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RemoveAt(int line, int at)
    {
        unchecked
        {
            var last = Start[line] + --Length[line];
            (Index[at], Value[at]) = (Index[last], Value[last]);
            Count--;
        }
    }

    /// <summary>Makes these the lines of the other direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Transpose(Lines other, int size)
    {
        Reset(size);
        EnsureStore(other.Count + 4 * size);
        unchecked
        {
            for (var i = 0; i < size; i++)
                for (int k = other.Start[i], end = k + other.Length[i]; k < end; k++) _room[other.Index[k]]++;
            for (var j = 0; j < size; j++) Open(j, _room[j] + 4);
            for (var i = 0; i < size; i++)
                for (int k = other.Start[i], end = k + other.Length[i]; k < end; k++) Add(other.Index[k], i, other.Value[k]);
        }
    }

    private void Move(int line)
    {
        var room = 2 * _room[line] + 4;
        EnsureStore(room); // may move this very line: read its start afterwards
        Array.Copy(Index, Start[line], Index, _end, Length[line]);
        Array.Copy(Value, Start[line], Value, _end, Length[line]);
        (Start[line], _room[line]) = (_end, room);
        _end += room;
    }

    private void EnsureStore(int room)
    {
        if (_end + room <= Index.Length) return;
        var size = Math.Max(2 * Count + 8 * _lines + room, 64) * 2;
        var (index, value, end) = (new int[size + room + 4 * _lines], new double[size + room + 4 * _lines], 0);
        for (var i = 0; i < _lines; i++)
        {
            Array.Copy(Index, Start[i], index, end, Length[i]);
            Array.Copy(Value, Start[i], value, end, Length[i]);
            Start[i] = end;
            _room[i] = Math.Min(_room[i], Length[i] + 4);
            end += _room[i];
        }
        (Index, Value, _end) = (index, value, end);
    }
}
