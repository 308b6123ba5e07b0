using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>The borders of a set of polygons, each kept once however many polygons share it, and how to put the rings together again.</summary>
/// <remarks>A point is a junction when, over all rings, it has more than two different neighbours. O(n) time and memory in the number of points.</remarks>
internal sealed class CoverageArcs
{
    private readonly IReadOnlyList<Geometry> _contours;
    private readonly Dictionary<Coordinate, HashSet<Coordinate>> _neighbours = [];
    private readonly HashSet<Coordinate> _junctions = [];
    private readonly Dictionary<(Coordinate, Coordinate), int> _known = [];
    private readonly List<Coordinate[]> _arcs = [];
    private readonly List<List<(int Arc, bool Backwards)>> _rings = [];

    public CoverageArcs(IReadOnlyList<Geometry> contours)
    {
        _contours = contours;
        var rings = Rings().Select(Opened).ToList();
        foreach (var ring in rings) Meet(ring);
        foreach (var (point, neighbours) in _neighbours)
            if (neighbours.Count > 2) _junctions.Add(point);
        foreach (var ring in rings) Anchor(ring);
        foreach (var ring in rings) _rings.Add(Cut(ring));
    }

    /// <summary>Each border once, from junction to junction.</summary>
    public IReadOnlyList<Coordinate[]> Arcs => _arcs;

    public static Coordinate Rounded(Coordinate c) => new(Math.Round(c.X, 7), Math.Round(c.Y, 7));

    /// <summary>The contours with these borders in place of <see cref="Arcs"/>; null if a ring would be left with fewer than three sides.</summary>
    public IReadOnlyList<Geometry>? Rebuild(IReadOnlyList<Coordinate[]> arcs)
    {
        var rings = new Queue<LinearRing>();
        foreach (var ring in _rings)
        {
            var points = new List<Coordinate>();
            foreach (var (arc, backwards) in ring)
            {
                var run = backwards ? arcs[arc].Reverse() : arcs[arc];
                points.AddRange(run.Skip(points.Count == 0 ? 0 : 1).Select(c => c.Copy()));
            }
            if (points.Count is > 0 and < 4) return null;
            rings.Enqueue(GeoFactory.Wgs84.CreateLinearRing([.. points]));
        }
        return [.. _contours.Select(contour => Rebuilt(contour, rings))];
    }

    private static Geometry Rebuilt(Geometry contour, Queue<LinearRing> rings)
    {
        var polygons = new List<Polygon>();
        foreach (var polygon in Polygons(contour))
        {
            var shell = rings.Dequeue();
            polygons.Add(GeoFactory.Wgs84.CreatePolygon(shell, [.. polygon.Holes.Select(_ => rings.Dequeue())]));
        }
        return GeoFactory.Turned(contour is Polygon ? polygons[0] : GeoFactory.Wgs84.CreateMultiPolygon([.. polygons]));
    }

    private IEnumerable<LinearRing> Rings() => _contours.SelectMany(Polygons).SelectMany(p => p.Holes.Prepend(p.Shell));

    private static IEnumerable<Polygon> Polygons(Geometry contour) => contour switch
    {
        Polygon polygon => [polygon],
        MultiPolygon many => many.Geometries.Cast<Polygon>(),
        _ => throw new ArgumentException($"A contour is a polygon or a multipolygon, not a {contour.GeometryType}."),
    };

    // Rounded, without the closing point and without repeats, so that equal points are equal keys.
    private static Coordinate[] Opened(LinearRing ring)
    {
        var points = ring.Coordinates.Select(Rounded).ToList();
        return [.. points.Where((c, i) => i > 0 && !c.Equals2D(points[i - 1]))];
    }

    private void Meet(Coordinate[] ring)
    {
        for (var i = 0; i < ring.Length; i++)
        {
            if (!_neighbours.TryGetValue(ring[i], out var met)) _neighbours[ring[i]] = met = [];
            met.Add(ring[(i + 1) % ring.Length]);
            met.Add(ring[(i + ring.Length - 1) % ring.Length]);
        }
    }

    // A ring cut in fewer than three places could collapse onto itself; it keeps its extreme points, the same on both sides of the border.
    private void Anchor(Coordinate[] ring)
    {
        var kept = ring.Where(_junctions.Contains).ToList();
        while (kept.Count < 3 && kept.Count < ring.Length)
        {
            var far = ring.Where(c => !kept.Contains(c)).OrderByDescending(c => Spread(c, kept)).ThenBy(c => c).First();
            kept.Add(far);
            _junctions.Add(far);
        }
    }

    private static double Spread(Coordinate c, List<Coordinate> kept) => kept.Count switch
    {
        0 => 0,
        1 => c.Distance(kept[0]),
        _ => Math.Abs((kept[1].X - kept[0].X) * (c.Y - kept[0].Y) - (kept[1].Y - kept[0].Y) * (c.X - kept[0].X)),
    };

    private List<(int, bool)> Cut(Coordinate[] ring)
    {
        var found = new List<(int, bool)>();
        var first = Array.FindIndex(ring, _junctions.Contains);
        if (first < 0) return found; // an empty ring
        var run = new List<Coordinate> { ring[first] };
        for (var step = 1; step <= ring.Length; step++)
        {
            var point = ring[(first + step) % ring.Length];
            run.Add(point);
            if (!_junctions.Contains(point)) continue;
            found.Add(Arc([.. run]));
            run = [point];
        }
        return found;
    }

    private (int, bool) Arc(Coordinate[] run)
    {
        // Between junctions a point has two neighbours only, so an end and the point next to it name the whole border.
        if (_known.TryGetValue((run[0], run[1]), out var same)) return (same, false);
        if (_known.TryGetValue((run[^1], run[^2]), out var reverse)) return (reverse, true);
        _known[(run[0], run[1])] = _arcs.Count;
        _arcs.Add(run);
        return (_arcs.Count - 1, false);
    }
}
