using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;

namespace Trame.Registers.Territories;

/// <summary>The communes of a space as every map draws them, named by their slug: their contour, or the approximate cell of their centre.</summary>
public sealed class CommuneShapes(TrameDb db, CurrentSpace here, SpaceMemory memory)
{
    /// <summary>Above this many, a map of communes says nothing to the eye and weighs too much: the table takes over.</summary>
    public const int Most = 400;

    private sealed record Kept(IReadOnlyList<MapShape> Shapes);

    /// <returns>None when no commune has a position yet, or when there are too many.</returns>
    public async Task<IReadOnlyList<MapShape>> Handle(CancellationToken stop) => (await memory.Keep(here.Space, "commune-shapes", async () => new Kept(await Shapes(stop)))).Shapes;

    private async Task<IReadOnlyList<MapShape>> Shapes(CancellationToken stop)
    {
        var all = db.Set<Territory>().AsNoTracking().IgnoreAutoIncludes().Where(t => t.Kind == TerritoryKind.Commune);
        if (await all.Take(Most + 1).CountAsync(stop) > Most) return []; // the few of a country that have a centre would pass for the country
        var communes = await all.Where(t => t.Latitude != null && t.Longitude != null).OrderBy(t => t.Slug).Select(t => new { t.Slug, t.Name, t.Latitude, t.Longitude, t.Contour }).ToListAsync(stop);
        if (communes.Count == 0) return [];
        var names = communes.ToDictionary(c => c.Slug, c => c.Name);
        var sites = communes.Select(c => new TerritorySite(c.Slug, new GeoPoint(c.Longitude!.Value, c.Latitude!.Value), c.Contour is null ? null : ContourText.Decode(c.Contour))).ToList();
        return [.. ApproximateCells.Fill(sites).Select(cell => new MapShape(cell.Code, names[cell.Code], cell.Shape, cell.Origin == CellOrigin.Approximate))];
    }
}
