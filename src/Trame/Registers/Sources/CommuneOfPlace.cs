using Trame.Foundation.Geo;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Registers.Territories;

namespace Trame.Registers.Sources;

/// <summary>In which commune of the space a line stands: by code, else by postal code and name, else by its point.</summary>
internal sealed class CommuneOfPlace(TerritoryTree tree, TerritoryIndex index)
{
    private readonly ILookup<string, TerritoryNode> _byName = tree.Communes().ToLookup(c => Slug.From(c.Name));
    private readonly ILookup<string, TerritoryNode> _byPostalCode = tree.Communes().SelectMany(c => c.PostalCodes.Select(p => (Code: p, Commune: c))).ToLookup(p => p.Code, p => p.Commune);

    /// <returns>The commune; or null with a text key when the line cannot be understood; or null and null when it is elsewhere.</returns>
    public (TerritoryNode? Commune, string? Problem) Find(PlaceLine line)
    {
        // A code that is none (« 0 » in some lists) says nothing: the rest of the line may.
        if (FrenchCodeCells.Commune(line["commune-code"]) is { HasValue: true, Value: { } code }) return (tree.ByCode("insee", Whole(code)) ?? tree.ByCode("nis5", line["commune-code"].Trim()), null);
        var (name, postalCode) = (line["territory"].Trim(), FrenchCodeCells.PostalCode(line["postal-code"]) is { HasValue: true, Value: { } postal } ? postal : "");
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
        if (named is null or [] && Point(line) is not null) return (null, null); // somewhere, but not here
        return (null, named is { Count: > 1 } ? "sources.places.commune-ambiguous" : "sources.places.commune-unknown");
    }

    // Arrondissements of Paris, Lyon and Marseille: the commune is the city.
    private static string Whole(string insee) => insee switch
    {
        ['7', '5', '1', _, _] => "75056",
        ['6', '9', '3', '8', _] => "69123",
        ['1', '3', '2', _, _] => "13055",
        _ => insee,
    };

    private static Foundation.Geo.GeoPoint? Point(PlaceLine line) => CoordinateCells.Point(line["latitude"], line["longitude"]) is { HasValue: true, Value: var at } ? Foundation.Geo.GeoPoint.Of(at.Longitude, at.Latitude) : null;
}
