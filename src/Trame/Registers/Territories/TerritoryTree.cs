namespace Trame.Registers.Territories;

/// <summary>The territories of a space, held in memory and found by id, short name or code. Immutable. What stands in one of them: <see cref="TerritoryScope"/>.</summary>
public sealed class TerritoryTree
{
    private readonly Dictionary<Guid, TerritoryNode> _nodes;
    private readonly Dictionary<string, TerritoryNode> _bySlug;
    private readonly Dictionary<(string, string), TerritoryNode> _byCode = [];

    /// <param name="nodes">In any order.</param>
    /// <param name="about">The territory the space is about; the first root when null or unknown.</param>
    public TerritoryTree(IEnumerable<TerritoryNode> nodes, Guid? about)
    {
        _nodes = nodes.ToDictionary(n => n.Id);
        _bySlug = _nodes.Values.ToDictionary(n => n.Slug, StringComparer.Ordinal);
        foreach (var node in _nodes.Values)
            foreach (var (scheme, value) in node.Codes) _byCode[(scheme, value)] = node;
        Roots = [.. _nodes.Values.Where(n => n.ParentId is not { } p || !_nodes.ContainsKey(p)).OrderBy(n => n.Slug, StringComparer.Ordinal)];
        About = about is { } id && Find(id) is { } chosen ? chosen : Roots.FirstOrDefault();
    }

    public IReadOnlyList<TerritoryNode> Roots { get; }

    /// <summary>The territory the space is about; null when the space has none yet.</summary>
    public TerritoryNode? About { get; }

    public TerritoryNode? Find(Guid id) => _nodes.GetValueOrDefault(id);

    public TerritoryNode? BySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    public TerritoryNode? ByCode(string scheme, string value) => _byCode.GetValueOrDefault((scheme, value));

    public IReadOnlyCollection<TerritoryNode> All => _nodes.Values;

    /// <summary>Its parent first, the country last.</summary>
    public IEnumerable<TerritoryNode> Ancestors(Guid id)
    {
        for (var node = Above(Find(id)); node is not null; node = Above(node)) yield return node;
    }

    /// <summary>In the order of their slugs; those of one territory when it is given, a commune being in its own department as <see cref="TerritoryScope"/> says.</summary>
    public IEnumerable<TerritoryNode> Communes(Guid? within = null) => _nodes.Values
        .Where(n => n.Kind == TerritoryKind.Commune && (within is not { } id || Find(id) is { } whole && Holds(whole, n))).OrderBy(n => n.Slug, StringComparer.Ordinal);

    private bool Holds(TerritoryNode whole, TerritoryNode commune) =>
        whole.Kind is TerritoryKind.Region or TerritoryKind.Department && commune.Codes.GetValueOrDefault("insee") is { Length: 5 } code
            && (ByCode("insee-departement", code[..3]) ?? ByCode("insee-departement", code[..2])) is { } department
            ? department.Id == whole.Id || department.ParentId == whole.Id
            : commune.Id == whole.Id || Ancestors(commune.Id).Any(a => a.Id == whole.Id);

    private TerritoryNode? Above(TerritoryNode? node) => node?.ParentId is { } parent ? Find(parent) : null;
}
