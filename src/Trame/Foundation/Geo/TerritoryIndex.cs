using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace Trame.Foundation.Geo;

/// <summary>Finds the territory that a point is in, or the one whose centroid is nearest when no contour holds it.</summary>
/// <remarks>On a shared border, the smallest code in ordinal order wins, always. Thread-safe once built. O(log n) per point and contour looked at.</remarks>
public sealed class TerritoryIndex
{
    private readonly STRtree<(string Code, IPreparedGeometry Contour)> _contours = new();
    private readonly STRtree<TerritorySite> _centroids = new();
    private readonly int _count;

    public TerritoryIndex(IEnumerable<TerritorySite> territories)
    {
        ArgumentNullException.ThrowIfNull(territories);
        foreach (var territory in territories)
        {
            _count++;
            _centroids.Insert(new Envelope(At(territory.Centroid)), territory);
            if (territory.Contour is { IsEmpty: false } contour)
                _contours.Insert(contour.EnvelopeInternal, (territory.Code, PreparedGeometryFactory.Prepare(contour)));
        }
        _contours.Build(); // built now: a first query on several threads would build it twice
        _centroids.Build();
    }

    /// <param name="point">Where.</param>
    /// <param name="withinMetres">How far the nearest centroid may be when no contour holds the point.</param>
    /// <returns>Null when nothing holds the point and no centroid is near enough.</returns>
    public LocatedTerritory? Find(GeoPoint point, double withinMetres = 20_000)
    {
        var where = GeoFactory.Wgs84.CreatePoint(At(point));
        var inside = _contours.Query(where.EnvelopeInternal).Where(c => c.Contour.Covers(where)).Select(c => c.Code).Min(StringComparer.Ordinal);
        return inside is not null ? new LocatedTerritory(inside, false, 0) : Nearest(point, withinMetres);
    }

    private LocatedTerritory? Nearest(GeoPoint point, double withinMetres)
    {
        if (_count == 0 || !(withinMetres >= 0)) return null;
        for (var radius = Math.Min(5_000, withinMetres); ; radius = Math.Min(4 * radius, withinMetres))
        {
            var nearest = GeoBox.Around(point, radius).Parts
                .SelectMany(box => _centroids.Query(new Envelope(box.West, box.East, box.South, box.North)))
                .Select(site => new LocatedTerritory(site.Code, true, GeoDistance.Metres(point, site.Centroid)))
                .Where(found => found.DistanceMetres <= radius) // the corners of the box are farther than what lies outside it
                .OrderBy(found => found.DistanceMetres).ThenBy(found => found.Code, StringComparer.Ordinal).FirstOrDefault();
            if (nearest is not null || radius >= withinMetres) return nearest;
        }
    }

    private static Coordinate At(GeoPoint point) => new(point.Longitude, point.Latitude);
}
