using System.Globalization;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Trame.Foundation.Geo;

/// <summary>Builds valid geometries out of positions, mending rings on the way and noting each repair.</summary>
internal sealed class GeometryAssembly(List<GeoTrouble> notes)
{
    private static readonly GeometryFactory Factory = GeoFactory.Wgs84;

    public GeoTrouble? Trouble { get; private set; }

    public Geometry? Build(RawGeometry raw) => raw.Type switch
    {
        "Point" => Factory.CreatePoint(raw.Parts[0][0][0]),
        "MultiPoint" => Factory.CreateMultiPointFromCoords(raw.Parts[0][0]),
        "LineString" => Lines(raw) is { } lines ? lines[0] : null,
        "MultiLineString" => Lines(raw) is { } lines ? Factory.CreateMultiLineString([.. lines]) : null,
        "Polygon" or "MultiPolygon" => Polygons(raw),
        _ => Collection(raw),
    };

    private GeometryCollection? Collection(RawGeometry raw)
    {
        var members = raw.Members.Where(member => member.Positions.Any()).Select(Build).ToArray();
        return members.Contains(null) ? null : Factory.CreateGeometryCollection(members!);
    }

    private List<LineString>? Lines(RawGeometry raw)
    {
        var found = new List<LineString>();
        foreach (var line in raw.Parts[0])
        {
            var kept = WithoutRepeats(line);
            if (kept.Length < 2) return Fail<List<LineString>>("geo.line.too-short", raw, raw.Path);
            found.Add(Factory.CreateLineString(kept));
        }
        return found;
    }

    private Geometry? Polygons(RawGeometry raw)
    {
        var polygons = new List<Polygon>();
        for (var i = 0; i < raw.Parts.Count; i++)
        {
            var path = raw.Type == "Polygon" ? raw.Path : string.Create(CultureInfo.InvariantCulture, $"{raw.Path}[{i}]");
            if (Polygon(raw, raw.Parts[i], path) is not { } polygon) return null;
            polygons.Add(polygon);
        }
        Geometry all = raw.Type == "Polygon" ? polygons[0] : Factory.CreateMultiPolygon([.. polygons]);
        return all.IsValid ? all : Fixed(all, raw);
    }

    private Polygon? Polygon(RawGeometry raw, List<Coordinate[]> rings, string path)
    {
        if (rings.Count == 0 || rings[0].Length == 0) return Fail<Polygon>("geo.ring.empty", raw, path);
        if (Ring(raw, rings[0], path + "[0]", isShell: true) is not { } shell) return null;
        var holes = new List<LinearRing>();
        for (var i = 1; i < rings.Count; i++)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            if (Ring(raw, rings[i], where, isShell: false) is { } hole) holes.Add(hole);
            else Note("geo.note.hole-dropped", raw, where); // a hole without area changes nothing to what is inside
        }
        Trouble = null;
        return Factory.CreatePolygon(shell, [.. holes]);
    }

    private LinearRing? Ring(RawGeometry raw, Coordinate[] positions, string path, bool isShell)
    {
        var ring = WithoutRepeats(positions);
        if (ring.Length < positions.Length) Note("geo.note.repeats", raw, path, positions.Length - ring.Length);
        var isOpen = ring.Length > 0 && !ring[0].Equals2D(ring[^1]);
        if (isOpen) ring = [.. ring, ring[0].Copy()];
        if (ring.Length < 4) return Fail<LinearRing>("geo.ring.too-short", raw, path, ring.Distinct().Count());
        if (isOpen) Note("geo.note.closed", raw, path);

        var area = Area.OfRingSigned(ring); // positive when clockwise
        if (area == 0) return Fail<LinearRing>("geo.ring.flat", raw, path);
        if (area > 0 == isShell)
        {
            Array.Reverse(ring);
            Note("geo.note.turned", raw, path);
        }
        return Factory.CreateLinearRing(ring);
    }

    private Geometry? Fixed(Geometry broken, RawGeometry raw)
    {
        try
        {
            var mended = GeoFactory.Polygonal(GeometryFixer.Fix(broken));
            if (mended.IsEmpty || !mended.IsValid) return Fail<Geometry>("geo.polygon.beyond-repair", raw, raw.Path);
            Note("geo.note.crossing", raw, raw.Path);
            return GeoFactory.Turned(mended);
        }
        catch (TopologyException) // the library gives up on some tangles; the person must redraw them
        {
            return Fail<Geometry>("geo.polygon.beyond-repair", raw, raw.Path);
        }
    }

    private static Coordinate[] WithoutRepeats(Coordinate[] positions) =>
        [.. positions.Where((position, i) => i == 0 || !position.Equals2D(positions[i - 1]))];

    private void Note(string key, RawGeometry raw, string path, params object[] more) => notes.Add(new(key, path, raw.Line, more));

    private T? Fail<T>(string key, RawGeometry raw, string path, params object[] more) where T : class
    {
        Trouble = new(key, path, raw.Line, more);
        return null;
    }
}
