using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;

namespace Trame.Foundation.Geo;

/// <summary>Draws territories whose contour is unknown as the Voronoi cells of their centroids, around the contours that are known.</summary>
/// <remarks>
/// Together, contours and cells cover the outline once. The same sites give the same cells, whatever their order. Centroids at the same place share
/// their cell in equal angles. Memory O(n); time O(n log n) for centroids that are not all on the rim.
/// </remarks>
public static class ApproximateCells
{
    private const double SamePlaceMetres = 1;
    private const double ApartMetres = 20;

    /// <param name="outline">The territory's own limits, in degrees; without them, a smooth hull (<see cref="TerritoryOutline"/>).</param>
    /// <returns>One cell per site, in the sites' order.</returns>
    public static IReadOnlyList<TerritoryCell> Fill(IReadOnlyList<TerritorySite> sites, Geometry? outline = null)
    {
        ArgumentNullException.ThrowIfNull(sites);
        if (sites.Count == 0) return [];
        var plane = LocalPlane.At(Bounds(sites, outline));
        var ordered = sites.OrderBy(site => site.Code, StringComparer.Ordinal).ThenBy(site => site.Centroid.Longitude).ThenBy(site => site.Centroid.Latitude).ToArray();
        var cells = Cells(ordered, plane, outline is null ? null : plane.ToMetres(outline));
        return [.. sites.Select(site => Cell(site, cells))];
    }

    private static Dictionary<TerritorySite, Geometry> Cells(TerritorySite[] sites, LocalPlane plane, Geometry? outline)
    {
        var cells = new Dictionary<TerritorySite, Geometry>(ReferenceEqualityComparer.Instance);
        var known = sites.Where(site => site.Contour is { IsEmpty: false }).Select(site => plane.ToMetres(site.Contour!)).ToArray();
        var unknown = sites.Where(site => site.Contour is not { IsEmpty: false }).ToArray();
        if (unknown.Length == 0) return cells;
        var centres = Apart([.. unknown.Select(site => plane.ToMetres(site.Centroid))]);
        var room = Room(known, centres, [.. sites.Select(site => plane.ToMetres(site.Centroid))], outline);
        var clip = new Clip(room);
        var diagram = new VoronoiDiagram(centres, room.EnvelopeInternal);
        for (var i = 0; i < unknown.Length; i++) cells[unknown[i]] = plane.ToDegrees(clip.Of(diagram.CellOf(i)));
        return cells;
    }

    private static TerritoryCell Cell(TerritorySite site, Dictionary<TerritorySite, Geometry> cells)
    {
        if (!cells.TryGetValue(site, out var cell)) return new(site.Code, site.Contour!, CellOrigin.Contour);
        return new(site.Code, GeoFactory.Turned(cell), cell.IsEmpty ? CellOrigin.NoRoom : CellOrigin.Approximate);
    }

    private static Envelope Bounds(IReadOnlyList<TerritorySite> sites, Geometry? outline)
    {
        var bounds = new Envelope();
        foreach (var site in sites)
        {
            bounds.ExpandToInclude(site.Centroid.Longitude, site.Centroid.Latitude);
            if (site.Contour is not null) bounds.ExpandToInclude(site.Contour.EnvelopeInternal);
        }
        if (outline is not null) bounds.ExpandToInclude(outline.EnvelopeInternal);
        return bounds;
    }

    private static Geometry Room(Geometry[] known, Coordinate[] centres, Coordinate[] all, Geometry? outline)
    {
        if (known.Length == 0) return outline ?? TerritoryOutline.Around(centres);
        var taken = UnaryUnionOp.Union(known);
        return outline is null
            ? TerritoryOutline.Beside(taken, centres, all)
            : GeoFactory.Polygonal(OverlayNGRobust.Overlay(outline, taken, NetTopologySuite.Operation.Overlay.SpatialFunction.Difference));
    }

    // Centroids at one place are set in a small circle around it, so that each gets its share of the common cell.
    private static Coordinate[] Apart(Coordinate[] centres)
    {
        var apart = centres.Select(c => c.Copy()).ToArray();
        foreach (var same in Enumerable.Range(0, centres.Length)
            .GroupBy(i => (Math.Round(centres[i].X / SamePlaceMetres), Math.Round(centres[i].Y / SamePlaceMetres))).Where(group => group.Count() > 1))
        {
            var members = same.ToArray();
            var middle = centres[members[0]];
            for (var rank = 0; rank < members.Length; rank++)
            {
                var (sine, cosine) = Math.SinCos(2 * Math.PI * rank / members.Length);
                apart[members[rank]] = new(middle.X + ApartMetres * cosine, middle.Y + ApartMetres * sine);
            }
        }
        return apart;
    }

    private sealed class Clip(Geometry room)
    {
        private readonly IPreparedGeometry _prepared = PreparedGeometryFactory.Prepare(room);

        public Geometry Of(Polygon cell) => _prepared.Covers(cell)
            ? cell
            : GeoFactory.Polygonal(OverlayNGRobust.Overlay(cell, room, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection));
    }
}
