using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Trame.Foundation.Geo;

/// <summary>A contour as one line of ASCII for a database column: five decimals (about a metre), about four characters per point.</summary>
/// <remarks>
/// Differences between points are written as in Google's Encoded Polyline Algorithm Format (latitude first); rings are parted by a space and polygons by
/// an exclamation mark, which that alphabet ('?' to '~') does not have. The closing point is not written. A ring that rounding flattens is left out.
/// </remarks>
public static class ContourText
{
    private const double Scale = 1e5;
    private const char RingBreak = ' ';
    private const char PolygonBreak = '!';

    /// <param name="contour">A polygon or a multipolygon in degrees; an empty one gives an empty text.</param>
    public static string Encode(Geometry contour)
    {
        ArgumentNullException.ThrowIfNull(contour);
        if (contour is not (Polygon or MultiPolygon)) throw new ArgumentException($"A contour is a polygon or a multipolygon, not a {contour.GeometryType}.", nameof(contour));
        var text = new StringBuilder();
        for (var i = 0; i < contour.NumGeometries; i++) Append(text, (Polygon)contour.GetGeometryN(i));
        return text.ToString();
    }

    /// <returns>Valid, turned as RFC 7946 asks; a polygon when the text holds one only, else a multipolygon.</returns>
    /// <exception cref="FormatException">The text was not written by <see cref="Encode"/>.</exception>
    public static Geometry Decode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0) return GeoFactory.Wgs84.CreatePolygon();
        var polygons = text.Split(PolygonBreak).Select(OnePolygon).ToArray();
        Geometry contour = polygons.Length == 1 ? polygons[0] : GeoFactory.Wgs84.CreateMultiPolygon(polygons);
        // Rounding may make two close points of a border touch or cross.
        return GeoFactory.Turned(contour.IsValid ? contour : GeoFactory.Polygonal(GeometryFixer.Fix(contour)));
    }

    private static void Append(StringBuilder text, Polygon polygon)
    {
        if (polygon.IsEmpty || Steps(polygon.Shell) is not { Count: > 2 } shell) return;
        if (text.Length > 0) text.Append(PolygonBreak);
        Append(text, shell);
        foreach (var hole in polygon.Holes.Select(Steps).Where(steps => steps.Count > 2))
        {
            text.Append(RingBreak);
            Append(text, hole);
        }
    }

    private static List<(int Latitude, int Longitude)> Steps(LineString ring)
    {
        var found = new List<(int Latitude, int Longitude)>();
        foreach (var c in ring.Coordinates.SkipLast(1))
        {
            var step = ((int)Math.Round(c.Y * Scale), (int)Math.Round(c.X * Scale));
            if (found.Count == 0 || found[^1] != step) found.Add(step);
        }
        if (found.Count > 1 && found[^1] == found[0]) found.RemoveAt(found.Count - 1);
        return found;
    }

    private static void Append(StringBuilder text, List<(int Latitude, int Longitude)> steps)
    {
        var (latitude, longitude) = (0, 0);
        foreach (var step in steps)
        {
            Append(text, step.Latitude - latitude);
            Append(text, step.Longitude - longitude);
            (latitude, longitude) = step;
        }
    }

    // The sign goes to the lowest bit, then five bits per character, lowest first, 32 added while more follow.
    private static void Append(StringBuilder text, int difference)
    {
        var bits = unchecked((uint)((difference << 1) ^ (difference >> 31)));
        for (; bits >= 32; bits >>= 5) text.Append((char)((bits & 31 | 32) + 63));
        text.Append((char)(bits + 63));
    }

    private static Polygon OnePolygon(string text)
    {
        var rings = text.Split(RingBreak).Select(Ring).ToArray();
        return GeoFactory.Wgs84.CreatePolygon(rings[0], rings[1..]);
    }

    private static LinearRing Ring(string text)
    {
        var points = new List<Coordinate>();
        var (latitude, longitude, at) = (0, 0, 0);
        while (at < text.Length)
        {
            latitude += Difference(text, ref at);
            longitude += Difference(text, ref at);
            points.Add(new(longitude / Scale, latitude / Scale));
        }
        if (points.Count < 3) throw new FormatException("A ring has three points or more.");
        points.Add(points[0].Copy());
        return GeoFactory.Wgs84.CreateLinearRing([.. points]);
    }

    private static int Difference(string text, ref int at)
    {
        var (bits, shift) = (0u, 0);
        while (true)
        {
            if (at == text.Length || text[at] is < '?' or > '~' || shift > 30) throw new FormatException($"Not an encoded contour, at character {at}.");
            var piece = (uint)(text[at++] - 63);
            bits |= (piece & 31) << shift;
            shift += 5;
            if (piece < 32) return (int)(bits >> 1) ^ -(int)(bits & 1);
        }
    }
}
