using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>Writes a GeoJSON FeatureCollection (RFC 7946) feature by feature, six decimals (about 10 cm), rings turned as the RFC asks.</summary>
/// <remarks>Memory: one feature at a time; what is written is flushed to the stream every 32 kB. Dispose ends the collection.</remarks>
public sealed class GeoJsonWriter : IDisposable
{
    private const int FlushAt = 32 * 1024;
    private readonly Utf8JsonWriter _json;

    public GeoJsonWriter(Stream target)
    {
        _json = new Utf8JsonWriter(target);
        _json.WriteStartObject();
        _json.WriteString("type", "FeatureCollection");
        _json.WriteStartArray("features");
    }

    /// <param name="properties">Values are written as numbers and booleans when they are, as text otherwise; null is written as null.</param>
    public void Write(Geometry geometry, IEnumerable<KeyValuePair<string, object?>> properties, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        _json.WriteStartObject();
        _json.WriteString("type", "Feature");
        if (id is not null) _json.WriteString("id", id);
        _json.WritePropertyName("geometry");
        WriteGeometry(_json, geometry);
        _json.WriteStartObject("properties");
        foreach (var (name, value) in properties) WriteProperty(name, value);
        _json.WriteEndObject();
        _json.WriteEndObject();
        if (_json.BytesPending > FlushAt) _json.Flush();
    }

    public void Write(GeoPoint point, IEnumerable<KeyValuePair<string, object?>> properties, string? id = null) =>
        Write(GeoFactory.Wgs84.CreatePoint(new Coordinate(point.Longitude, point.Latitude)), properties, id);

    public void Dispose()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
    }

    /// <summary>A bare geometry; an empty one is written as null.</summary>
    public static void WriteGeometry(Utf8JsonWriter json, Geometry geometry)
    {
        if (geometry.IsEmpty)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("type", geometry.GeometryType);
        json.WriteStartArray(geometry is GeometryCollection and not (MultiPoint or MultiLineString or MultiPolygon) ? "geometries" : "coordinates");
        WriteInside(json, GeoFactory.Turned(geometry));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteInside(Utf8JsonWriter json, Geometry geometry)
    {
        switch (geometry)
        {
            case Point point: WriteOrdinates(json, point.Coordinate); break;
            case LineString line: WritePositions(json, line.Coordinates); break;
            case Polygon polygon:
                WriteArray(json, polygon.Shell);
                foreach (var hole in polygon.Holes) WriteArray(json, hole);
                break;
            case MultiPoint or MultiLineString or MultiPolygon:
                foreach (var part in ((GeometryCollection)geometry).Geometries) WriteArray(json, part);
                break;
            case GeometryCollection members:
                foreach (var member in members.Geometries) WriteGeometry(json, member);
                break;
        }
    }

    private static void WriteArray(Utf8JsonWriter json, Geometry geometry)
    {
        json.WriteStartArray();
        WriteInside(json, geometry);
        json.WriteEndArray();
    }

    private static void WritePositions(Utf8JsonWriter json, Coordinate[] positions)
    {
        foreach (var position in positions)
        {
            json.WriteStartArray();
            WriteOrdinates(json, position);
            json.WriteEndArray();
        }
    }

    private static void WriteOrdinates(Utf8JsonWriter json, Coordinate position)
    {
        json.WriteNumberValue(Math.Round(position.X, 6));
        json.WriteNumberValue(Math.Round(position.Y, 6));
    }

    private void WriteProperty(string name, object? value)
    {
        switch (value)
        {
            case null: _json.WriteNull(name); break;
            case bool yes: _json.WriteBoolean(name, yes); break;
            case int number: _json.WriteNumber(name, number); break;
            case long number: _json.WriteNumber(name, number); break;
            case double number when double.IsFinite(number): _json.WriteNumber(name, number); break;
            case decimal number: _json.WriteNumber(name, number); break;
            default: _json.WriteString(name, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)); break;
        }
    }
}
