using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>Reads one <c>coordinates</c> member of known nesting; stops at the first position that makes no sense.</summary>
internal sealed class CoordinatesReading(string path, Func<long, int> lineAt)
{
    private delegate T? Element<T>(ref Utf8JsonReader reader) where T : class;

    private readonly List<int> _at = [];

    public GeoTrouble? Trouble { get; private set; }

    /// <param name="levels">Arrays around a position: 0 Point, 1 LineString or MultiPoint, 2 Polygon or MultiLineString, 3 MultiPolygon.</param>
    public List<List<Coordinate[]>>? Read(ReadOnlySpan<byte> json, int levels)
    {
        var reader = new Utf8JsonReader(json, GeoJsonReader.JsonOptions);
        reader.Read();
        return levels switch
        {
            0 => Position(ref reader) is { } position ? [[[position]]] : null,
            1 => Line(ref reader) is { } line ? [[line]] : null,
            2 => Lines(ref reader) is { } lines ? [lines] : null,
            _ => Many<List<Coordinate[]>>(ref reader, Lines),
        };
    }

    private List<Coordinate[]>? Lines(ref Utf8JsonReader reader) => Many<Coordinate[]>(ref reader, Line);

    private Coordinate[]? Line(ref Utf8JsonReader reader) => Many<Coordinate>(ref reader, Position)?.ToArray();

    private List<T>? Many<T>(ref Utf8JsonReader reader, Element<T> element) where T : class
    {
        if (reader.TokenType != JsonTokenType.StartArray) return Fail<List<T>>(ref reader, "geo.coordinates.nesting");
        var found = new List<T>();
        _at.Add(0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (element(ref reader) is not { } one) return null;
            found.Add(one);
            _at[^1]++;
        }
        _at.RemoveAt(_at.Count - 1);
        return found;
    }

    private Coordinate? Position(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return Fail<Coordinate>(ref reader, "geo.coordinates.nesting");
        Span<double> read = stackalloc double[2];
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number)
                return Fail<Coordinate>(ref reader, reader.TokenType == JsonTokenType.StartArray ? "geo.coordinates.nesting" : "geo.coordinates.not-a-number");
            if (count < 2 && !(reader.TryGetDouble(out read[count]) && double.IsFinite(read[count])))
                return Fail<Coordinate>(ref reader, "geo.coordinates.not-finite");
            count++; // altitude and what follows are left aside: RFC 7946, 3.1.1
        }
        return count < 2 ? Fail<Coordinate>(ref reader, "geo.coordinates.pair") : new Coordinate(read[0], read[1]);
    }

    private T? Fail<T>(ref Utf8JsonReader reader, string key) where T : class
    {
        var where = string.Concat(_at.Select(i => string.Create(CultureInfo.InvariantCulture, $"[{i}]")));
        Trouble = new GeoTrouble(key, path + where, lineAt(reader.TokenStartIndex));
        return null;
    }
}
