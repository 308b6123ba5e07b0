using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>Draws points that would hide each other as one, with their count.</summary>
/// <remarks>Greedy, in the order given: a point joins the nearest mark whose first point is within reach, else it starts a mark. O(n · marks).</remarks>
internal static class PointDeclutter
{
    public static IReadOnlyList<DrawnPoint> Merge(IReadOnlyList<(MapPoint Point, Coordinate At)> points, double within)
    {
        var marks = new List<List<(MapPoint Point, Coordinate At)>>();
        foreach (var point in points)
        {
            var near = marks.Where(mark => mark[0].At.Distance(point.At) < within).MinBy(mark => mark[0].At.Distance(point.At));
            if (near is null) marks.Add([point]);
            else near.Add(point);
        }
        return [.. marks.Select(mark => new DrawnPoint(
            Math.Round(mark.Average(p => p.At.X), 1), Math.Round(mark.Average(p => p.At.Y), 1), [.. mark.Select(p => p.Point)]))];
    }
}
