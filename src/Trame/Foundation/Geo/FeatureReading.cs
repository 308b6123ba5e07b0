using System.Globalization;
using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>Turns the bytes of one feature into a <see cref="GeoFeature"/>, or into the reason why not.</summary>
internal sealed class FeatureReading(GeoReadOptions options, int index, int line, bool isRoot)
{
    private readonly string _path = isRoot ? "" : string.Create(CultureInfo.InvariantCulture, $"features[{index}]");
    private GeoTrouble? _trouble;

    public GeoItem Read(ReadOnlySpan<byte> json)
    {
        var members = JsonMembers.Of(json);
        var type = TextOf(json, members, "type");
        var isBare = isRoot && type is not "Feature" && (members.ContainsKey("coordinates") || members.ContainsKey("geometries"));
        if (!isBare && type is not "Feature") return Error(new("geo.feature.type", _path, line, type ?? ""));

        if (isBare) return Geometry(json, json, _path, 0) is { } bare ? Feature(bare, json, []) : Error(_trouble!);
        if (members.TryGetValue("geometry", out var part) && part.Token == JsonTokenType.Null && options.TakeUnlocated)
            return new GeoFeature(index, line, GeoFactory.Wgs84.CreatePoint(), Properties(json, members)) { Id = Identifier(json, members) };
        if (part.Token is JsonTokenType.None or JsonTokenType.Null) return Error(new("geo.feature.no-geometry", _path, line));
        var raw = Geometry(json, json[part.Start..part.End], Under(_path, "geometry"), part.Start);
        return raw is null ? Error(_trouble!) : Feature(raw, json, members);
    }

    private GeoItem Feature(RawGeometry raw, ReadOnlySpan<byte> json, Dictionary<string, JsonMembers.Part> members)
    {
        if (!raw.Positions.Any()) return Error(new("geo.feature.empty", raw.Path, raw.Line));
        var notes = new List<GeoTrouble>();
        if (CoordinateFrames.ToWgs84(raw, options, notes) is { } outside) return Error(outside);
        var assembly = new GeometryAssembly(notes);
        if (assembly.Build(raw) is not { } geometry) return Error(assembly.Trouble!);
        return new GeoFeature(index, line, geometry, Properties(json, members))
        {
            Id = Identifier(json, members),
            Repairs = [.. notes.Select(n => new GeoNote(index, n.Line, n.Path, n.TextKey, Args(n)))],
        };
    }

    private static string? Identifier(ReadOnlySpan<byte> json, Dictionary<string, JsonMembers.Part> members) => members.TryGetValue("id", out var id) ? Value(json[id.Start..id.End], id.Token) : null;

    private RawGeometry? Geometry(ReadOnlySpan<byte> feature, ReadOnlySpan<byte> json, string path, int offset)
    {
        var here = line + feature[..offset].Count((byte)'\n');
        var members = JsonMembers.Of(json);
        var type = TextOf(json, members, "type") ?? "";
        if (type == "GeometryCollection") return Collection(feature, json, path, offset, here);
        var levels = type switch { "Point" => 0, "LineString" or "MultiPoint" => 1, "Polygon" or "MultiLineString" => 2, "MultiPolygon" => 3, _ => -1 };
        if (levels < 0) return Fail(new("geo.geometry.type", path, here, type));
        if (!members.TryGetValue("coordinates", out var part)) return Fail(new("geo.geometry.no-coordinates", path, here));

        var start = offset + part.Start;
        var lines = new List<int>();
        for (var i = 0; i < part.End - part.Start; i++)
            if (json[part.Start + i] == '\n') lines.Add(i);
        var first = line + feature[..start].Count((byte)'\n');
        var reading = new CoordinatesReading(Under(path, "coordinates"), at => first + lines.Count(newline => newline < at));
        var parts = reading.Read(json[part.Start..part.End], levels);
        return parts is null ? Fail(reading.Trouble!) : new RawGeometry(type, parts, [], Under(path, "coordinates"), first);
    }

    private RawGeometry? Collection(ReadOnlySpan<byte> feature, ReadOnlySpan<byte> json, string path, int offset, int here)
    {
        var members = JsonMembers.Of(json);
        if (!members.TryGetValue("geometries", out var part) || part.Token != JsonTokenType.StartArray) return Fail(new("geo.geometry.no-coordinates", path, here));
        var found = new List<RawGeometry>();
        var reader = new Utf8JsonReader(json[part.Start..part.End], GeoJsonReader.JsonOptions);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = part.Start + (int)reader.TokenStartIndex;
            reader.Skip();
            var end = part.Start + (int)reader.BytesConsumed;
            var name = string.Create(CultureInfo.InvariantCulture, $"{Under(path, "geometries")}[{found.Count}]");
            if (Geometry(feature, json[start..end], name, offset + start) is not { } member) return null;
            found.Add(member);
        }
        return new RawGeometry("GeometryCollection", [], found, Under(path, "geometries"), here);
    }

    private static Dictionary<string, string> Properties(ReadOnlySpan<byte> json, Dictionary<string, JsonMembers.Part> members)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!members.TryGetValue("properties", out var part)) return found;
        var properties = json[part.Start..part.End];
        foreach (var (name, value) in JsonMembers.Of(properties))
            if (Value(properties[value.Start..value.End], value.Token) is { } text) found[name] = text;
        return found;
    }

    private static string? Value(ReadOnlySpan<byte> json, JsonTokenType token) => token switch
    {
        JsonTokenType.String => JsonMembers.Text(json),
        JsonTokenType.Null => null,
        _ => Encoding.UTF8.GetString(json),
    };

    private static string? TextOf(ReadOnlySpan<byte> json, Dictionary<string, JsonMembers.Part> members, string name) =>
        members.TryGetValue(name, out var part) ? JsonMembers.Text(json[part.Start..part.End]) : null;

    private static string Under(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private RawGeometry? Fail(GeoTrouble trouble)
    {
        _trouble = trouble;
        return null;
    }

    private GeoError Error(GeoTrouble trouble) => new(index, trouble.Line, trouble.Path, trouble.TextKey, Args(trouble));

    private IReadOnlyList<object> Args(GeoTrouble trouble) => [trouble.Line, index + 1, .. trouble.More];
}
