using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Territories;

/// <summary>One territory: its people with year and source, its codes, its shape among its neighbours, what stands there.</summary>
public sealed class ShowTerritoryPage(TrameDb db, IEnumerable<ICarried> carried) : TramePage
{
    private const int MostSiblings = 120;
    private const int Nearest = 6;

    public Territory Territory { get; private set; } = null!; // found by the handler, or 404

    public Territory? Parent { get; private set; }

    public IReadOnlyList<Territory> Parts { get; private set; } = [];

    public IReadOnlyList<(Territory Territory, double Metres)> Neighbours { get; private set; } = [];

    public IReadOnlyList<CarriedLine> Standing { get; private set; } = [];

    public MapDrawing? Map { get; private set; }

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await db.Set<Territory>().AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug, stop) is not { } territory) return NotFound();
        Territory = territory;
        Parent = territory.ParentId is { } parent ? await db.Set<Territory>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == parent, stop) : null;
        Parts = await PartsOf(territory).OrderBy(t => t.Slug).Take(MostSiblings).ToListAsync(stop);
        var siblings = await db.Set<Territory>().AsNoTracking().IgnoreAutoIncludes().Where(t => t.ParentId == territory.ParentId && t.Kind == territory.Kind && t.Latitude != null && t.Longitude != null)
            .OrderBy(t => t.Slug).Take(MostSiblings).ToListAsync(stop);
        if (Centre(territory) is { } here)
            Neighbours = [.. siblings.Where(s => s.Id != territory.Id).Select(s => (s, GeoDistance.Metres(here, Centre(s)!.Value))).OrderBy(s => s.Item2).Take(Nearest)];
        Map = Draw(siblings);
        var lines = new List<CarriedLine>();
        foreach (var source in carried) lines.AddRange(await source.In(territory.Id, stop));
        Standing = lines;
        return Page();
    }

    // A department also holds its communes whose intercommunality is shown in another one: all those of the Hauts-de-Seine, whose métropole is shown in Paris.
    private IQueryable<Territory> PartsOf(Territory whole)
    {
        var all = db.Set<Territory>().AsNoTracking().IgnoreAutoIncludes();
        if (whole.CodeOf("insee-departement") is not { } code) return all.Where(t => t.ParentId == whole.Id);
        return all.Where(t => t.ParentId == whole.Id || (t.Kind == TerritoryKind.Commune && t.Codes.Any(c => c.Scheme == "insee" && c.Value.StartsWith(code)) && all.Any(p => p.Id == t.ParentId && p.ParentId != whole.Id)));
    }

    // Its contour, or the cell of its centre among its siblings' centres; the caption says which.
    private MapDrawing? Draw(IReadOnlyList<Territory> siblings)
    {
        var around = siblings.Where(s => s.Id == Territory.Id || Neighbours.Any(n => n.Territory.Id == s.Id)).ToList();
        if (around.All(s => s.Id != Territory.Id)) return null;
        var sites = siblings.Select(s => new TerritorySite(s.Id.ToString(), Centre(s)!.Value, s.Contour is null ? null : ContourText.Decode(s.Contour))).ToList();
        var shown = around.ToDictionary(s => s.Id.ToString(), s => s.Name);
        var shapes = ApproximateCells.Fill(sites).Where(c => shown.ContainsKey(c.Code)).Select(c => new MapShape(c.Code, shown[c.Code], c.Shape, c.Origin == CellOrigin.Approximate)).ToList();
        return SvgMap.Draw(shapes, [], new SvgFrame(480, 320, 12, 10));
    }

    private static GeoPoint? Centre(Territory territory) => territory is { Latitude: { } y, Longitude: { } x } ? GeoPoint.Of(x, y) : null;
}
