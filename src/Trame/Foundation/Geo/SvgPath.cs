using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>Writes polygons as the shortest SVG path data with one decimal: whole tenths, relative moves, no needless zero or separator.</summary>
/// <remarks>Positions are rounded before differences are taken, so errors do not add up and shared borders stay shared. Fill with <c>evenodd</c> or
/// <c>nonzero</c> alike: shells and holes turn opposite ways.</remarks>
internal static class SvgPath
{
    public static string Of(Geometry polygonal, Func<Coordinate, Coordinate> onSheet)
    {
        var path = new StringBuilder();
        var turned = GeoFactory.Turned(GeoFactory.Polygonal(polygonal));
        for (var i = 0; i < turned.NumGeometries; i++)
        {
            var polygon = (Polygon)turned.GetGeometryN(i);
            if (polygon.IsEmpty || !Append(path, polygon.Shell, onSheet)) continue;
            foreach (var hole in polygon.Holes) Append(path, hole, onSheet);
        }
        return path.ToString();
    }

    // False when nothing of the ring is left at this scale.
    private static bool Append(StringBuilder path, LineString ring, Func<Coordinate, Coordinate> onSheet)
    {
        var points = new List<(int X, int Y)>();
        foreach (var c in ring.Coordinates.SkipLast(1).Select(onSheet))
        {
            var point = ((int)Math.Round(c.X * 10), (int)Math.Round(c.Y * 10));
            if (points.Count == 0 || points[^1] != point) points.Add(point);
        }
        if (points.Distinct().Count() < 3) return false;

        path.Append('M').Append(Written(points[0].X)).Append(Following(points[0].Y)).Append('l');
        for (var i = 1; i < points.Count; i++)
        {
            var (east, south) = (points[i].X - points[i - 1].X, points[i].Y - points[i - 1].Y);
            path.Append(i == 1 ? Written(east) : Following(east)).Append(Following(south));
        }
        path.Append('z');
        return true;
    }

    // A minus sign parts two numbers by itself.
    private static string Following(int tenths) => tenths < 0 ? Written(tenths) : " " + Written(tenths);

    private static string Written(int tenths)
    {
        var (whole, decimals) = (Math.Abs(tenths) / 10, Math.Abs(tenths) % 10);
        var digits = decimals == 0 ? whole.ToString(CultureInfo.InvariantCulture)
            : whole == 0 ? string.Create(CultureInfo.InvariantCulture, $".{decimals}")
            : string.Create(CultureInfo.InvariantCulture, $"{whole}.{decimals}");
        return tenths < 0 ? "-" + digits : digits;
    }
}
