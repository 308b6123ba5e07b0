using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Geo;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Observe.Home;

/// <summary>The communes of the space and the points of its occasions, laid on a sheet.</summary>
public sealed class SpaceMap(TrameDb db, CurrentSpace space, SpaceMemory memory, CommuneShapes communes)
{
    private const int MostPoints = 600;

    private sealed record Kept(MapDrawing? Sheet);

    /// <returns>The drawing, or null when nothing of the space has a position yet.</returns>
    public async Task<MapDrawing?> Handle(CancellationToken stop) => (await memory.Keep(space.Space, "space-map", async () => new Kept(await Draw(stop)))).Sheet;

    private async Task<MapDrawing?> Draw(CancellationToken stop)
    {
        var shapes = await communes.Handle(stop);
        if (shapes.Count == 0) return null;
        var points = await db.Set<Occasion>().AsNoTracking().Where(o => o.Status == OccasionStatus.Open && o.MergedIntoId == null && o.Latitude != null && o.Longitude != null)
            .OrderBy(o => o.Id).Take(MostPoints).Select(o => new { o.Slug, o.Name, o.Latitude, o.Longitude }).ToListAsync(stop);
        return SvgMap.Draw(shapes, [.. points.Select(p => new MapPoint(p.Slug, p.Name, new GeoPoint(p.Longitude!.Value, p.Latitude!.Value)))], new SvgFrame(710, 440, 14, 22));
    }
}
