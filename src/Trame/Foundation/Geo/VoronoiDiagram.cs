using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Trame.Foundation.Geo;

/// <summary>Voronoi cells of different points in the plane, each cut out of a box by the bisectors of its neighbours.</summary>
/// <remarks>
/// Half-plane clipping (Sutherland and Hodgman 1974) instead of a triangulation: one, two or aligned points need no special case. A cell is complete when
/// every site within twice its farthest corner has been looked at.
/// </remarks>
internal sealed class VoronoiDiagram
{
    private readonly Coordinate[] _sites;
    private readonly STRtree<int> _tree = new();
    private readonly Envelope _box;
    private readonly double _firstRadius;

    /// <param name="sites">All different.</param>
    /// <param name="toCover">The cells cover at least this box.</param>
    public VoronoiDiagram(Coordinate[] sites, Envelope toCover)
    {
        _sites = sites;
        _box = toCover.Copy();
        for (var i = 0; i < sites.Length; i++)
        {
            _tree.Insert(new Envelope(sites[i]), i);
            _box.ExpandToInclude(sites[i]);
        }
        _box.ExpandBy(1 + _box.Diameter / 100);
        _firstRadius = 3 * Math.Sqrt(_box.Area / sites.Length);
    }

    /// <summary>What is nearer to this site than to any other, within the box; convex.</summary>
    public Polygon CellOf(int site)
    {
        var centre = _sites[site];
        List<Coordinate> cell = [new(_box.MinX, _box.MinY), new(_box.MaxX, _box.MinY), new(_box.MaxX, _box.MaxY), new(_box.MinX, _box.MaxY)];
        var seen = new HashSet<int> { site };
        for (var radius = _firstRadius; ; radius *= 2)
        {
            var near = _tree.Query(new Envelope(centre.X - radius, centre.X + radius, centre.Y - radius, centre.Y + radius));
            foreach (var other in near.Where(seen.Add).OrderBy(i => centre.Distance(_sites[i])).ThenBy(i => i))
                cell = Nearer(cell, centre, _sites[other]);
            if (seen.Count == _sites.Length || 2 * cell.Max(centre.Distance) <= radius) break;
        }
        return GeoFactory.Wgs84.CreatePolygon([.. cell, cell[0].Copy()]);
    }

    private static List<Coordinate> Nearer(List<Coordinate> cell, Coordinate centre, Coordinate other)
    {
        var kept = new List<Coordinate>(cell.Count + 1);
        for (var i = 0; i < cell.Count; i++)
        {
            var (here, next) = (cell[i], cell[(i + 1) % cell.Count]);
            var (mine, its) = (Beyond(here, centre, other), Beyond(next, centre, other));
            if (mine <= 0) kept.Add(here);
            if (mine < 0 && its > 0 || mine > 0 && its < 0) kept.Add(Between(here, next, mine / (mine - its)));
        }
        return kept;
    }

    // Signed distance past the bisector, up to a factor; computed about the bisector's middle, where the digits matter.
    private static double Beyond(Coordinate c, Coordinate centre, Coordinate other) =>
        (c.X - (centre.X + other.X) / 2) * (other.X - centre.X) + (c.Y - (centre.Y + other.Y) / 2) * (other.Y - centre.Y);

    private static Coordinate Between(Coordinate a, Coordinate b, double share) => new(a.X + share * (b.X - a.X), a.Y + share * (b.Y - a.Y));
}
