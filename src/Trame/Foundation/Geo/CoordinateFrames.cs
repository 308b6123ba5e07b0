using System.Globalization;
using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>Tells in which frame the coordinates of a feature are written, and brings them to WGS 84 degrees.</summary>
internal static class CoordinateFrames
{
    private static readonly Envelope World = new(-180, 180, -90, 90);

    // Bounds of use of EPSG:2154, a little widened: easting, then northing, in metres.
    private static readonly Envelope Lambert93 = new(-400_000, 1_350_000, 6_000_000, 7_250_000);

    /// <summary>The name that a <c>crs</c> member gives (GeoJSON 2008; RFC 7946 no longer has it), or its text when it has none.</summary>
    public static string NameOf(ReadOnlySpan<byte> crs)
    {
        var members = JsonMembers.Of(crs);
        if (!members.TryGetValue("properties", out var part)) return "";
        var properties = crs[part.Start..part.End];
        return JsonMembers.Of(properties).TryGetValue("name", out var name) ? JsonMembers.Text(properties[name.Start..name.End]) ?? "" : "";
    }

    /// <summary>WGS 84, ETRS89 and RGF93 degrees, and Lambert-93; an unnamed frame is judged on its coordinates.</summary>
    public static bool CanRead(string name) =>
        name.Length == 0 || name.EndsWith("CRS84", StringComparison.OrdinalIgnoreCase) || name.Split(':', '/', '#')[^1] is "4326" or "4258" or "4171" or "2154";

    /// <summary>Converts in place; what is wrong if it cannot.</summary>
    public static GeoTrouble? ToWgs84(RawGeometry raw, GeoReadOptions options, List<GeoTrouble> notes)
    {
        var box = new Envelope(raw.Positions);
        var reversed = new Envelope(box.MinY, box.MaxY, box.MinX, box.MaxX);
        if (Lambert93.Covers(box)) return FromLambert(raw, notes);
        var isReversed = !IsExpected(box, options) && (Lambert93.Covers(reversed) || IsExpected(reversed, options));
        if (isReversed && options.PutReversedRight)
        {
            foreach (var position in raw.Positions) (position.X, position.Y) = (position.Y, position.X);
            notes.Add(new("geo.note.reversed", raw.Path, raw.Line));
            return Lambert93.Covers(reversed) ? FromLambert(raw, notes) : null;
        }
        if (isReversed) return new("geo.coordinates.reversed", raw.Path, raw.Line, Written(raw.Positions.First()), Written(Swapped(raw.Positions.First())));
        if (World.Covers(box)) return null;
        var first = raw.Positions.First(position => !World.Covers(position));
        return new("geo.coordinates.outside", raw.Path, raw.Line, Written(first));
    }

    private static bool IsExpected(Envelope box, GeoReadOptions options) =>
        World.Covers(box) && options.Expected.Any(expected => expected.Covers(box.Centre));

    private static GeoTrouble? FromLambert(RawGeometry raw, List<GeoTrouble> notes)
    {
        foreach (var position in raw.Positions)
        {
            var (longitude, latitude) = LambertConic.Lambert93.ToGeographic(position.X, position.Y);
            (position.X, position.Y) = (longitude * 180 / Math.PI, latitude * 180 / Math.PI);
        }
        notes.Add(new("geo.note.lambert93", raw.Path, raw.Line));
        return null;
    }

    private static Coordinate Swapped(Coordinate position) => new(position.Y, position.X);

    private static string Written(Coordinate position) => string.Create(CultureInfo.InvariantCulture, $"[{position.X}, {position.Y}]");
}
