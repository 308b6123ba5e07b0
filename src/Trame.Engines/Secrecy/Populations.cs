namespace Trame.Engines.Secrecy;

/// <summary>The parts of published figures, those that always come together as one.</summary>
internal sealed class Populations
{
    private readonly PublishedFigure[] _figures;
    private readonly List<List<string>> _parts = [];
    private readonly int[][] _in; // of each figure, the populations it adds up, in increasing order

    public Populations(PublishedFigure[] figures)
    {
        _figures = figures;
        var where = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var f = 0; f < figures.Length; f++)
            foreach (var part in figures[f].Parts)
            {
                if (!where.TryGetValue(part, out var list)) where.Add(part, list = []);
                list.Add(f);
            }

        var members = Array.ConvertAll(figures, _ => new List<int>());
        foreach (var alike in where.GroupBy(w => string.Join(' ', w.Value), w => w.Key))
        {
            foreach (var f in where[alike.First()]) members[f].Add(_parts.Count);
            _parts.Add([.. alike.Order(StringComparer.Ordinal)]);
        }

        _in = Array.ConvertAll(members, m => m.ToArray());
    }

    public FigureReader Reader(int figures) => new(_parts.Count, _in[..figures], [.. _figures[..figures].Select(f => f.Count)]);

    /// <summary>Each population, then the differences and the overlaps of figures, each group once.</summary>
    public IEnumerable<int[]> Groups()
    {
        var seen = new HashSet<string>();
        foreach (var group in Enumerable.Range(0, _parts.Count).Select(p => (int[])[p]).Concat(_in).Concat(Pairs()))
            if (group.Length > 0 && seen.Add(string.Join(' ', group))) yield return group;
    }

    public IReadOnlyList<string> Parts(int[] group) => [.. group.SelectMany(p => _parts[p]).Order(StringComparer.Ordinal)];

    private IEnumerable<int[]> Pairs()
    {
        for (var a = 0; a < _in.Length; a++)
            for (var b = 0; b < a; b++)
            {
                int[] both = [.. _in[a].Intersect(_in[b])];
                if (both.Length == 0) continue;
                yield return both;
                yield return [.. _in[a].Except(both)];
                yield return [.. _in[b].Except(both)];
            }
    }
}
