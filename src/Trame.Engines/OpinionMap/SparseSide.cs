namespace Trame.Engines.OpinionMap;

/// <summary>One side of the votes, compressed: line i holds the places <c>Index[Start[i]..Start[i+1]]</c>, strictly increasing, and their votes.</summary>
internal sealed record SparseSide(int[] Start, int[] Index, sbyte[] Values)
{
    public int Count => Start.Length - 1;

    public int LengthOf(int line) => Start[line + 1] - Start[line];

    /// <summary>Merges new votes, the later of two at the same place wins. O(votes + added·log of the additions to one line).</summary>
    public SparseSide With(List<(int Row, int Column, sbyte Value)> added, int rows, int columns)
    {
        var news = ByRow(added, rows, columns);
        var start = new int[rows + 1];
        var index = new int[Index.Length + news.Index.Length];
        var values = new sbyte[index.Length];
        var end = 0;
        for (var row = 0; row < rows; row++)
        {
            var (old, oldEnd) = row < Count ? (Start[row], Start[row + 1]) : (0, 0);
            for (var at = news.Start[row]; at < news.Start[row + 1]; at++)
            {
                var from = old;
                while (old < oldEnd && Index[old] < news.Index[at]) old++;
                end = Copy(from, old, index, values, end);
                if (old < oldEnd && Index[old] == news.Index[at]) old++;
                (index[end], values[end]) = (news.Index[at], news.Values[at]);
                end++;
            }

            end = Copy(old, oldEnd, index, values, end);
            start[row + 1] = end;
        }

        return end == index.Length ? new(start, index, values) : new(start, index[..end], values[..end]);
    }

    /// <summary>The same votes seen from the other side; lines come out increasing. O(votes + lines).</summary>
    public SparseSide Transposed(int columns)
    {
        var start = new int[columns + 1];
        foreach (var column in Index) start[column + 1]++;
        for (var column = 0; column < columns; column++) start[column + 1] += start[column];
        var next = start.AsSpan(0, columns).ToArray();
        var index = new int[Index.Length];
        var values = new sbyte[Index.Length];
        for (var row = 0; row < Count; row++)
            for (var at = Start[row]; at < Start[row + 1]; at++)
            {
                var place = next[Index[at]]++;
                (index[place], values[place]) = (row, Values[at]);
            }

        return new(start, index, values);
    }

    /// <summary>Only the places that are kept.</summary>
    public SparseSide Where(Func<int, bool> keep)
    {
        var start = new int[Start.Length];
        var index = new int[Index.Length];
        var values = new sbyte[Index.Length];
        var end = 0;
        for (var line = 0; line < Count; line++)
        {
            for (var at = Start[line]; at < Start[line + 1]; at++)
                if (keep(Index[at])) (index[end], values[end++]) = (Index[at], Values[at]);
            start[line + 1] = end;
        }

        return new(start, index[..end], values[..end]);
    }

    // Two stable counting sorts (column, then row), then the last of equal places.
    private static SparseSide ByRow(List<(int Row, int Column, sbyte Value)> votes, int rows, int columns)
    {
        var ordered = Sorted(Sorted([.. votes], v => v.Column, columns), v => v.Row, rows);
        var start = new int[rows + 1];
        var index = new int[ordered.Length];
        var values = new sbyte[ordered.Length];
        var end = 0;
        for (var i = 0; i < ordered.Length; i++)
        {
            var isReplaced = i + 1 < ordered.Length && ordered[i + 1].Row == ordered[i].Row && ordered[i + 1].Column == ordered[i].Column;
            if (isReplaced) continue;
            (index[end], values[end++]) = (ordered[i].Column, ordered[i].Value);
            start[ordered[i].Row + 1] = end;
        }

        for (var row = 0; row < rows; row++) start[row + 1] = Math.Max(start[row], start[row + 1]);
        return new(start, index[..end], values[..end]);
    }

    private static (int Row, int Column, sbyte Value)[] Sorted((int Row, int Column, sbyte Value)[] votes, Func<(int Row, int Column, sbyte Value), int> key, int count)
    {
        if (votes.Length < count / 16) return [.. votes.OrderBy(key)]; // a few votes on a large conversation: no pass over every line
        var next = new int[count + 1];
        foreach (var vote in votes) next[key(vote) + 1]++;
        for (var i = 0; i < count; i++) next[i + 1] += next[i];
        var sorted = new (int, int, sbyte)[votes.Length];
        foreach (var vote in votes) sorted[next[key(vote)]++] = vote;
        return sorted;
    }

    private int Copy(int from, int to, int[] index, sbyte[] values, int end)
    {
        Array.Copy(Index, from, index, end, to - from);
        Array.Copy(Values, from, values, end, to - from);
        return end + to - from;
    }
}
