using NetTopologySuite.Algorithm.Hull;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.Union;

namespace Trame.Foundation.Geo;

/// <summary>Guesses how far a territory reaches when only centroids are known, in metres of a <see cref="LocalPlane"/>.</summary>
internal static class TerritoryOutline
{
    // The mean French commune covers 15.6 km² (COG 2026, 549,000 km² in 34,900 communes): a disc of 2.2 km.
    private const double LoneRadiusMetres = 2_200;
    private const double MaxEdgeRatio = 0.35;
    private const int QuarterCircle = 6;

    /// <summary>A concave hull of the centroids, widened by half the usual distance between neighbours, corners rounded.</summary>
    public static Geometry Around(Coordinate[] centres)
    {
        var reach = Reach(centres);
        var points = GeoFactory.Wgs84.CreateMultiPointFromCoords(centres);
        var convex = points.ConvexHull();
        var hull = convex is Polygon && centres.Length > 3 ? ConcaveHull.ConcaveHullByLengthRatio(points, MaxEdgeRatio) : convex;
        return GeoFactory.Polygonal(hull.Buffer(2.2 * reach, QuarterCircle).Buffer(-1.2 * reach, QuarterCircle));
    }

    /// <summary>Room next to contours that are known: discs around the centroids, joined to each other and to the contours.</summary>
    public static Geometry Beside(Geometry taken, Coordinate[] centres)
    {
        var reach = Math.Min(Math.Max(Reach(centres), LoneRadiusMetres), Math.Sqrt(Math.Max(taken.Area, 1)) / 2);
        var discs = centres.Select(c => GeoFactory.Wgs84.CreatePoint(c).Buffer(1.4 * reach, QuarterCircle)).ToArray();
        var joined = UnaryUnionOp.Union([taken, .. discs]).Buffer(reach, QuarterCircle).Buffer(-reach, QuarterCircle);
        var left = OverlayNGRobust.Overlay(joined, taken, SpatialFunction.Difference);
        // Joining also fills every bay of the known contours: what is thinner than a third of a commune is not room.
        var thick = left.Buffer(-reach / 6, QuarterCircle).Buffer(reach / 5, QuarterCircle);
        return GeoFactory.Polygonal(OverlayNGRobust.Overlay(left, thick, SpatialFunction.Intersection));
    }

    /// <summary>Half the median distance to the nearest neighbour, widened by 3/2: rims are sparser than middles.</summary>
    private static double Reach(Coordinate[] centres)
    {
        if (centres.Length < 2) return LoneRadiusMetres;
        var tree = new NetTopologySuite.Index.KdTree.KdTree<object>();
        foreach (var centre in centres) tree.Insert(centre);
        var nearest = centres.Select(c => Nearest(centres, tree, c)).Order().ToArray();
        return Math.Max(0.75 * nearest[nearest.Length / 2], 100);
    }

    private static double Nearest(Coordinate[] all, NetTopologySuite.Index.KdTree.KdTree<object> tree, Coordinate centre)
    {
        for (var radius = 1_000.0; ; radius *= 2)
        {
            var box = new Envelope(centre.X - radius, centre.X + radius, centre.Y - radius, centre.Y + radius);
            var near = tree.Query(box).Select(node => node.Coordinate.Distance(centre)).Where(d => d > 0).DefaultIfEmpty(double.MaxValue).Min();
            if (near <= radius || radius > 1e8) return near < double.MaxValue ? near : all.Max(centre.Distance);
        }
    }
}
