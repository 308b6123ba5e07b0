namespace Trame.Engines.Secrecy;

/// <summary>A hierarchy by numbers, for <see cref="CubeMoves"/>.</summary>
internal sealed class CodeTree
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int> _parent = [];
    private readonly List<List<int>> _children = [];
    private readonly Dictionary<int, (int Code, int Sign)[][]> _directions = [];

    public CodeTree(CodeHierarchy hierarchy, IEnumerable<string> used)
    {
        foreach (var code in used.Prepend(hierarchy.Total).Distinct()) _numbers.Add(code, _numbers.Count);
        foreach (var code in _numbers.Keys)
        {
            _parent.Add(hierarchy.ParentOf.TryGetValue(code, out var parent) ? _numbers[parent] : -1);
            _children.Add([]);
        }

        for (var code = 0; code < Count; code++) if (_parent[code] >= 0) _children[_parent[code]].Add(code);
    }

    public int Count => _numbers.Count;

    public int Number(string code) => _numbers[code];

    public bool IsRoot(int code) => _parent[code] < 0;

    /// <summary>Which code to go through when several would do: those with more in them can move further.</summary>
    public void Prefer(double[] weight)
    {
        foreach (var children in _children) children.Sort((a, b) => weight[b] != weight[a] ? weight[b].CompareTo(weight[a]) : a.CompareTo(b));
    }

    /// <summary>Ways to move a code that leave the total as it is (a total moves with one of its finest codes).</summary>
    public (int Code, int Sign)[][] Directions(int code, int most)
    {
        if (_directions.TryGetValue(code, out var known)) return known;
        var (found, here, top) = (new List<(int, int)[]>(), Chain(code), code);
        var above = new List<int>();
        while (!IsRoot(top))
        {
            foreach (var sibling in _children[_parent[top]].Where(c => c != top)) found.Add([.. here.Concat(above).Select(c => (c, 1)), .. Chain(sibling).Select(c => (c, -1))]);
            if (found.Count > 0) break;
            above.Add(top = _parent[top]); // an only child moves with its parent
        }

        if (found.Count == 0) found.AddRange(IsRoot(code) && _children[code].Count > 0 ? _children[code].Select(c => ((int, int)[])[(code, 1), .. Chain(c).Select(x => (x, 1))]) : [[.. here.Concat(above).Select(c => (c, 1))]]);
        return _directions[code] = [.. found.Take(most)];
    }

    private List<int> Chain(int code)
    {
        var chain = new List<int> { code };
        while (_children[code].Count > 0) chain.Add(code = _children[code][0]);
        return chain;
    }
}
