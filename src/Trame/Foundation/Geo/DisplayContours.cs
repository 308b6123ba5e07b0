using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace Trame.Foundation.Geo;

/// <summary>Lightens the contours of neighbouring territories for display; a border that two of them share stays shared, to the last point.</summary>
/// <remarks>
/// The rings are cut where borders meet (<see cref="CoverageArcs"/>), each border is simplified once (Douglas and Peucker 1973, without crossings:
/// NetTopologySuite's topology-preserving variant) and the rings are put together again. If a territory would no longer be valid, the tolerance is
/// halved for all, five times at most, then the contours come back as they were. Two borders are the same when their points are (within 1e-7 degree).
/// </remarks>
public static class DisplayContours
{
    private const int Halvings = 5;

    /// <param name="contours">Polygons or multipolygons in degrees, in any order; an empty one stays empty.</param>
    /// <param name="toleranceMetres">How far a border may move, in metres; 0 changes nothing.</param>
    /// <returns>As many contours, in the same order, turned as RFC 7946 asks.</returns>
    public static IReadOnlyList<Geometry> Simplify(IReadOnlyList<Geometry> contours, double toleranceMetres)
    {
        ArgumentNullException.ThrowIfNull(contours);
        if (!(toleranceMetres >= 0)) throw new ArgumentOutOfRangeException(nameof(toleranceMetres), toleranceMetres, "A tolerance is zero or more.");
        var bounds = new Envelope();
        foreach (var contour in contours) bounds.ExpandToInclude(contour.EnvelopeInternal);
        if (bounds.IsNull || toleranceMetres == 0) return contours;

        var plane = LocalPlane.At(bounds);
        var coverage = new CoverageArcs(contours);
        for (var (round, tolerance) = (0, toleranceMetres); round <= Halvings; round++, tolerance /= 2)
        {
            var simple = coverage.Rebuild(Simplified(coverage.Arcs, plane, tolerance));
            if (simple is not null && StaysValid(contours, simple)) return simple;
        }
        return contours;
    }

    private static List<Coordinate[]> Simplified(IReadOnlyList<Coordinate[]> arcs, LocalPlane plane, double toleranceMetres)
    {
        var lines = GeoFactory.Wgs84.CreateMultiLineString(
            [.. arcs.Select(arc => GeoFactory.Wgs84.CreateLineString(Array.ConvertAll(arc, c => plane.ToMetres(c))))]);
        var simple = TopologyPreservingSimplifier.Simplify(lines, toleranceMetres);
        var found = new List<Coordinate[]>(arcs.Count);
        for (var i = 0; i < arcs.Count; i++)
        {
            var kept = Array.ConvertAll(simple.GetGeometryN(i).Coordinates, c => CoverageArcs.Rounded(plane.ToDegrees(c)));
            (kept[0], kept[^1]) = (arcs[i][0], arcs[i][^1]); // where borders meet, to the bit
            found.Add(kept);
        }
        return found;
    }

    private static bool StaysValid(IReadOnlyList<Geometry> before, IReadOnlyList<Geometry> after) =>
        before.Zip(after).All(pair => pair.Second.IsValid || !pair.First.IsValid);
}
