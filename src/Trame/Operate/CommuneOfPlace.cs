using Trame.Foundation.Geo;
using Trame.Foundation.Text;
using Trame.Registers.Territories;

namespace Trame.Operate;

/// <summary>In which commune of the space a line stands: by code, else by postal code and name, else by its point.</summary>
internal sealed class CommuneOfPlace(TerritoryTree tree, TerritoryIndex index)
{
    private readonly ILookup<string, TerritoryNode> _byName = tree.Communes().ToLookup(c => Slug.From(c.Name));
    private readonly ILookup<string, TerritoryNode> _byPostalCode = tree.Communes().SelectMany(c => c.PostalCodes.Select(p => (Code: p, Commune: c))).ToLookup(p => p.Code, p => p.Commune);

    /// <returns>The commune; or null with a text key when the line cannot be understood; or null and null when it is elsewhere.</returns>
    public (TerritoryNode? Commune, string? Problem) Find(PlaceLine line)
    {
        if (line["commune-code"].Trim() is { Length: > 0 } code) return (tree.ByCode("insee", code) ?? tree.ByCode("nis5", code), null);
        var (name, postalCode) = (line["territory"].Trim(), line["postal-code"].Replace(" ", "", StringComparison.Ordinal));
        if (Guid.TryParse(name, out var id)) return (tree.Find(id), null);
        var named = name.Length > 0 ? _byName[Slug.From(name)].ToList() : null;
        if (postalCode.Length > 0)
        {
            var delivered = _byPostalCode[postalCode].ToList();
            var both = named is null ? delivered : delivered.Where(named.Contains).ToList();
            if (both.Count == 1) return (both[0], null);
            if (delivered.Count == 0 && named is null or []) return (null, null);
        }

        if (named is [var only]) return (only, null);
        if (Point(line) is { } point && index.Find(point) is { } located) return (tree.BySlug(located.Code), null);
        if (named is null && Point(line) is not null) return (null, null);
        return (null, named is { Count: > 1 } ? "operate.places.commune-ambiguous" : "operate.places.commune-unknown");
    }

    private static GeoPoint? Point(PlaceLine line) => Foundation.Tables.CoordinateCells.Point(line["latitude"], line["longitude"]) is { HasValue: true, Value: var at } ? GeoPoint.Of(at.Longitude, at.Latitude) : null;
}
