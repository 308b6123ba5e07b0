using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Observe.Home;

/// <summary>The shapes of the space's communes (contours, or approximate cells between centroids) and the points of its occasions, laid on a sheet.</summary>
public sealed class SpaceMap(TrameDb db, CurrentSpace space, SpaceMemory memory)
{
    /// <summary>Above this many, a map of communes says nothing to the eye and weighs too much: the table takes over.</summary>
    public const int MostShapes = 400;

    private const int MostPoints = 600;

    /// <returns>The drawing, or null when nothing of the space has a position yet.</returns>
    public Task<SpaceDrawing> Handle(CancellationToken stop) => memory.Keep(space.Space, "space-map", () => Draw(stop));

    private async Task<SpaceDrawing> Draw(CancellationToken stop)
    {
        var communes = await db.Set<Territory>().AsNoTracking().IgnoreAutoIncludes().Where(t => t.Kind == TerritoryKind.Commune && t.Latitude != null && t.Longitude != null)
            .OrderBy(t => t.Id).Take(MostShapes + 1).Select(t => new { t.Id, t.Name, t.Latitude, t.Longitude, t.Contour }).ToListAsync(stop);
        if (communes.Count is 0 or > MostShapes) return SpaceDrawing.Nothing;
        var sites = communes.Select(c => new TerritorySite(c.Id.ToString(), new GeoPoint(c.Longitude!.Value, c.Latitude!.Value), c.Contour is null ? null : ContourText.Decode(c.Contour))).ToList();
        var names = communes.ToDictionary(c => c.Id.ToString(), c => c.Name);
        var shapes = ApproximateCells.Fill(sites).Select(cell => new MapShape(cell.Code, names[cell.Code], cell.Shape, cell.Origin == CellOrigin.Approximate)).ToList();
        var points = await db.Set<Occasion>().AsNoTracking().Where(o => o.Status == OccasionStatus.Open && o.MergedIntoId == null && o.Latitude != null && o.Longitude != null)
            .OrderBy(o => o.Id).Take(MostPoints).Select(o => new { o.Kind, o.Slug, o.Name, o.Latitude, o.Longitude }).ToListAsync(stop);
        var drawing = SvgMap.Draw(shapes, [.. points.Select(p => new MapPoint($"{Route(p.Kind)}/{p.Slug}", p.Name, new GeoPoint(p.Longitude!.Value, p.Latitude!.Value)))], new SvgFrame(710, 440, 14, 7));
        return new SpaceDrawing(drawing);
    }

    private static string Route(OccasionKind kind) => kind switch { OccasionKind.Place => "lieux", OccasionKind.Moment => "moments", _ => "projets" };
}
