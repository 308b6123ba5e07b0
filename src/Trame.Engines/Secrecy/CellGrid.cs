namespace Trame.Engines.Secrecy;

/// <summary>The cells of a table by their codes: which one stands where, the finest ones under each, those on the same line.</summary>
internal sealed class CellGrid
{
    private const int Kept = 6; // finest cells remembered under a margin: the largest, which can move furthest
    private readonly Dictionary<long, int> _numbers = [];
    private readonly Dictionary<long, List<int>>[] _lines;
    private readonly List<int>[] _finest;

    public CellGrid(DisclosureTable table, SuppressionProblem problem)
    {
        Trees = [.. table.Hierarchies.Select((h, d) => new CodeTree(h, table.Cells.Select(c => c.Codes[d])))];
        Codes = [.. table.Cells.Select(c => c.Codes.Select((code, d) => Trees[d].Number(code)).ToArray())];
        for (var i = 0; i < Codes.Length; i++) _numbers.Add(Key(Codes[i]), i);
        var margins = table.Sums.Select(s => s[0]).ToHashSet();
        _lines = [.. Trees.Select(_ => new Dictionary<long, List<int>>())];
        _finest = new List<int>[Codes.Length];
        foreach (var i in Enumerable.Range(0, Codes.Length).Where(i => !margins.Contains(i) && !problem.Known[i]).OrderByDescending(i => problem.Figure[i]).ThenBy(i => i))
        {
            Stand(i);
            for (var d = 0; d < Trees.Length; d++)
            {
                var line = LineKey(Codes[i], d);
                if (!_lines[d].TryGetValue(line, out var cells)) _lines[d].Add(line, cells = []);
                cells.Add(i);
            }
        }
    }

    public CodeTree[] Trees { get; }

    public int[][] Codes { get; }

    /// <summary>Finest cells under this one, or itself.</summary>
    public IReadOnlyList<int> Finest(int cell) => _finest[cell] ?? [];

    /// <summary>Finest cells with the same codes in every other dimension, the largest first.</summary>
    public IReadOnlyList<int> Line(int finest, int dimension) => _lines[dimension][LineKey(Codes[finest], dimension)];

    /// <summary>The cell with these codes, or −1.</summary>
    public int At(int[] codes) => _numbers.GetValueOrDefault(Key(codes), -1);

    private void Stand(int finest)
    {
        var (ways, at, codes) = (Trees.Select((t, d) => t.ToTheTotal(Codes[finest][d])).ToArray(), new int[Trees.Length], new int[Trees.Length]);
        int turn;
        do
        {
            for (var d = 0; d < at.Length; d++) codes[d] = ways[d][at[d]].Code;
            if (At(codes) is >= 0 and var above && (_finest[above] ??= []).Count < Kept) _finest[above].Add(finest);
            turn = 0;
            while (turn < at.Length && ++at[turn] == ways[turn].Length) at[turn++] = 0;
        }
        while (turn < at.Length);
    }

    private long LineKey(int[] codes, int dimension)
    {
        var key = 0L;
        for (var d = 0; d < codes.Length; d++) key = key * (Trees[d].Count + 1) + (d == dimension ? Trees[d].Count : codes[d]);
        return key;
    }

    private long Key(int[] codes)
    {
        var key = 0L;
        for (var d = 0; d < codes.Length; d++) key = key * (Trees[d].Count + 1) + codes[d];
        return key;
    }
}
