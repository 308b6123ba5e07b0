using NetTopologySuite.Algorithm.Hull;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.KdTree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;

namespace Trame.Foundation.Geo;

/// <summary>Guesses how far a territory reaches when only centroids are known, in metres of a <see cref="LocalPlane"/>.</summary>
/// <remarks>The one length in use is the reach: three quarters of the median distance from a centroid to the nearest other.</remarks>
internal static class TerritoryOutline
{
    // The mean French commune covers 15.6 km² (COG 2026: 544,000 km² in 34,900 communes): a disc of 2.2 km.
    private const double LoneRadiusMetres = 2_200;
    private const double LongestHullEdge = 3.5; // in reaches; shorter follows the territory's bays, longer fills them
    private const int QuarterCircle = 12;

    /// <summary>A concave hull of the centroids, widened by the reach, corners rounded.</summary>
    public static Geometry Around(Coordinate[] centres)
    {
        var reach = Reach(centres);
        var points = GeoFactory.Wgs84.CreateMultiPointFromCoords(centres);
        var convex = points.ConvexHull();
        var hull = convex is Polygon && centres.Length > 3 ? ConcaveHull.ConcaveHullByLength(points, LongestHullEdge * reach) : convex;
        return GeoFactory.Polygonal(hull.Buffer(2 * reach, QuarterCircle).Buffer(-reach, QuarterCircle));
    }

    /// <summary>Room next to contours that are known: discs around the centroids, joined to each other and to the contours.</summary>
    /// <param name="taken">The known contours.</param>
    /// <param name="centres">The centroids to make room for.</param>
    /// <param name="all">All centroids, those of the known contours too: they give the reach.</param>
    public static Geometry Beside(Geometry taken, Coordinate[] centres, Coordinate[] all)
    {
        var reach = Reach(all);
        var discs = Discs(centres, 1.2 * reach);
        var joined = Filled(UnaryUnionOp.Union([taken, discs]).Buffer(reach, QuarterCircle).Buffer(-reach, QuarterCircle), discs);
        var left = Overlay(Overlay(joined, taken, SpatialFunction.Difference), Discs(centres, 3 * reach), SpatialFunction.Intersection);
        // Joining also fills the bays of the known contours: what is thinner than a third of the reach is no room.
        var thick = left.Buffer(-reach / 6, QuarterCircle).Buffer(reach / 5, QuarterCircle);
        return GeoFactory.Polygonal(Overlay(left, thick, SpatialFunction.Intersection));
    }

    private static Geometry Discs(Coordinate[] centres, double radius) =>
        UnaryUnionOp.Union(centres.Select(c => GeoFactory.Wgs84.CreatePoint(c).Buffer(radius, QuarterCircle)).ToArray());

    // A gap next to an unknown territory belongs to it; a gap among known ones is someone else's enclave.
    private static Geometry Filled(Geometry joined, Geometry discs)
    {
        var polygons = GeoFactory.Polygonal(joined);
        var gaps = Enumerable.Range(0, polygons.NumGeometries).SelectMany(i => ((Polygon)polygons.GetGeometryN(i)).Holes)
            .Select(hole => (Geometry)GeoFactory.Wgs84.CreatePolygon(hole)).Where(gap => gap.IsWithinDistance(discs, 1));
        return UnaryUnionOp.Union([polygons, .. gaps]);
    }

    private static Geometry Overlay(Geometry a, Geometry b, SpatialFunction function) => GeoFactory.Polygonal(OverlayNGRobust.Overlay(a, b, function));

    private static double Reach(Coordinate[] centres)
    {
        var tree = new KdTree<object>();
        foreach (var centre in centres) tree.Insert(centre);
        var nearest = centres.Select(c => Nearest(tree, c)).OfType<double>().Order().ToArray();
        return nearest.Length == 0 ? LoneRadiusMetres : Math.Max(0.75 * nearest[nearest.Length / 2], 100);
    }

    // Null when there is no other centroid, or none within ten thousand kilometres.
    private static double? Nearest(KdTree<object> tree, Coordinate centre)
    {
        for (var radius = 1_000.0; radius < 1e7; radius *= 2)
        {
            var box = new Envelope(centre.X - radius, centre.X + radius, centre.Y - radius, centre.Y + radius);
            var near = tree.Query(box).Select(node => node.Coordinate.Distance(centre)).Where(d => d > 0).DefaultIfEmpty(double.MaxValue).Min();
            if (near <= radius) return near;
        }
        return null;
    }
}
