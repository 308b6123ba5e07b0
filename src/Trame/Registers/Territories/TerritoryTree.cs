namespace Trame.Registers.Territories;

/// <summary>The territories of a space as a tree held in memory. Immutable; a territory and all it holds are one slice, so that « everything in » costs nothing.</summary>
public sealed class TerritoryTree
{
    private readonly Dictionary<Guid, int> _places = [];
    private readonly TerritoryNode[] _nodes;
    private readonly Guid[] _ids;
    private readonly int[] _ends;
    private readonly Dictionary<string, TerritoryNode> _bySlug = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), TerritoryNode> _byCode = [];

    /// <param name="nodes">In any order.</param>
    /// <param name="about">The territory the space is about; the first root when null or unknown.</param>
    public TerritoryTree(IEnumerable<TerritoryNode> nodes, Guid? about)
    {
        var all = nodes.ToDictionary(n => n.Id);
        var children = all.Values.Where(n => n.ParentId is { } p && all.ContainsKey(p)).ToLookup(n => n.ParentId!.Value);
        (_nodes, _ids, _ends) = (new TerritoryNode[all.Count], new Guid[all.Count], new int[all.Count]);
        Roots = [.. all.Values.Where(n => n.ParentId is not { } p || !all.ContainsKey(p)).OrderBy(n => n.Slug, StringComparer.Ordinal)];
        var next = 0;
        foreach (var root in Roots) Number(root, children, ref next);
        foreach (var node in _nodes.Take(next))
        {
            _bySlug[node.Slug] = node;
            foreach (var (scheme, value) in node.Codes) _byCode[(scheme, value)] = node;
        }

        About = about is { } id && Find(id) is { } chosen ? chosen : Roots.FirstOrDefault();
    }

    public IReadOnlyList<TerritoryNode> Roots { get; }

    /// <summary>The territory the space is about; null when the space has none yet.</summary>
    public TerritoryNode? About { get; }

    public int Count => _nodes.Length;

    public TerritoryNode? Find(Guid id) => _places.TryGetValue(id, out var place) ? _nodes[place] : null;

    public TerritoryNode? BySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    public TerritoryNode? ByCode(string scheme, string value) => _byCode.GetValueOrDefault((scheme, value));

    /// <summary>In the order of their slugs.</summary>
    public IEnumerable<TerritoryNode> Children(Guid id)
    {
        if (!_places.TryGetValue(id, out var place)) yield break;
        for (var i = place + 1; i < _ends[place]; i = _ends[i]) yield return _nodes[i];
    }

    /// <summary>Its parent first, the country last.</summary>
    public IEnumerable<TerritoryNode> Ancestors(Guid id)
    {
        for (var node = Find(id)?.ParentId is { } parent ? Find(parent) : null; node is not null; node = node.ParentId is { } above ? Find(above) : null) yield return node;
    }

    /// <summary>Itself and all it holds.</summary>
    public IReadOnlyList<Guid> Within(Guid id) => _places.TryGetValue(id, out var place) ? new ArraySegment<Guid>(_ids, place, _ends[place] - place) : [];

    public IReadOnlyList<TerritoryNode> NodesWithin(Guid id) => _places.TryGetValue(id, out var place) ? new ArraySegment<TerritoryNode>(_nodes, place, _ends[place] - place) : [];

    public IEnumerable<TerritoryNode> Communes(Guid? within = null) =>
        (within is { } id ? NodesWithin(id) : _nodes).Where(n => n.Kind == TerritoryKind.Commune);

    /// <summary>« Moulins, Moulins Communauté, Allier »: the territory and what holds it, without region and country.</summary>
    public string Path(Guid id) => Find(id) is not { } node ? "" : string.Join(", ",
        [node.Name, .. Ancestors(id).Where(a => a.Kind is TerritoryKind.Commune or TerritoryKind.Intercommunality or TerritoryKind.Department).Select(a => a.Name)]);

    /// <summary>Inhabitants: the territory's own figure, else the sum of its communes. Null when one is unknown: a rate over a part would lie.</summary>
    public (int People, int? Year)? People(Guid id)
    {
        if (Find(id) is not { } node) return null;
        if (node.Population is { } own) return (own, node.PopulationYear);
        var communes = Communes(id).ToList();
        if (communes.Count == 0 || communes.Any(c => c.Population is null)) return null;
        var years = communes.Select(c => c.PopulationYear).Distinct().ToList();
        return (communes.Sum(c => c.Population!.Value), years.Count == 1 ? years[0] : null);
    }

    private void Number(TerritoryNode node, ILookup<Guid, TerritoryNode> children, ref int next)
    {
        var place = next++;
        (_places[node.Id], _nodes[place], _ids[place]) = (place, node, node.Id);
        foreach (var child in children[node.Id].OrderBy(c => c.Slug, StringComparer.Ordinal)) Number(child, children, ref next);
        _ends[place] = next;
    }
}
