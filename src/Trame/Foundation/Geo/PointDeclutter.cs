using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>Draws points that would hide each other as one, with their count.</summary>
/// <remarks>Greedy, in the order given: a point joins the nearest mark within reach; the mark moves to the mean and may reach another in turn. O(n · marks).</remarks>
internal static class PointDeclutter
{
    private sealed record Mark(Coordinate At, List<MapPoint> Points);

    public static IReadOnlyList<DrawnPoint> Merge(IReadOnlyList<(MapPoint Point, Coordinate At)> points, double within)
    {
        var marks = new List<Mark>();
        foreach (var (point, at) in points)
        {
            var mark = new Mark(at, [point]);
            while (marks.Where(m => m.At.Distance(mark.At) < within).MinBy(m => m.At.Distance(mark.At)) is { } near)
            {
                marks.Remove(near);
                mark = Join(near, mark);
            }
            marks.Add(mark);
        }
        return [.. marks.Select(m => new DrawnPoint(Math.Round(m.At.X, 1), Math.Round(m.At.Y, 1), m.Points))];
    }

    private static Mark Join(Mark one, Mark other)
    {
        var share = (double)other.Points.Count / (one.Points.Count + other.Points.Count);
        return new Mark(new(one.At.X + share * (other.At.X - one.At.X), one.At.Y + share * (other.At.Y - one.At.Y)), [.. one.Points, .. other.Points]);
    }
}
