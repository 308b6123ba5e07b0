namespace Trame.Engines.Secrecy;

/// <summary>A hierarchy by numbers, for <see cref="CellGrid"/>: each code knows the one right above it.</summary>
internal sealed class CodeTree
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly int[] _parent, _depth;

    public CodeTree(CodeHierarchy hierarchy, IEnumerable<string> used)
    {
        foreach (var code in used.Prepend(hierarchy.Total).Distinct()) _numbers.Add(code, _numbers.Count);
        _parent = [.. _numbers.Keys.Select(code => hierarchy.ParentOf.TryGetValue(code, out var parent) ? _numbers[parent] : -1)];
        _depth = [.. _numbers.Keys.Select((_, code) => Above(code).Count() - 1)];
    }

    public int Count => _numbers.Count;

    public int Number(string code) => _numbers[code];

    public bool IsRoot(int code) => _parent[code] < 0;

    /// <summary>Whether one code is the other, or part of it.</summary>
    public bool Under(int code, int above) => Above(code).Contains(above);

    /// <summary>How many codes move when one finest code gives to another.</summary>
    public int Steps(int from, int to) => _depth[from] + _depth[to] - 2 * _depth[Meet(from, to)];

    /// <summary>One more in a code and in all those above it, up to the total.</summary>
    public (int Code, int Sign)[] ToTheTotal(int code) => [.. Above(code).Select(c => (c, 1))];

    /// <summary>One more in a code and one less in the other, and so on above them until they meet.</summary>
    public (int Code, int Sign)[] Exchange(int from, int to)
    {
        var meet = Meet(from, to);
        return [.. Above(from).TakeWhile(c => c != meet).Select(c => (c, 1)), .. Above(to).TakeWhile(c => c != meet).Select(c => (c, -1))];
    }

    private int Meet(int a, int b)
    {
        while (a != b)
        {
            if (_depth[a] < _depth[b]) b = _parent[b];
            else a = _parent[a];
        }

        return a;
    }

    private IEnumerable<int> Above(int code)
    {
        for (var at = code; at >= 0; at = _parent[at]) yield return at;
    }
}
