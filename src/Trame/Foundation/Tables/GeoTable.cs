using System.Globalization;
using Trame.Foundation.Geo;

namespace Trame.Foundation.Tables;

/// <summary>The features of a GeoJSON as rows: their properties, their own identifier and their point. Read twice, the first time for the names.</summary>
internal sealed class GeoTable : ITable
{
    public const string Latitude = "geometry.latitude";
    public const string Longitude = "geometry.longitude";
    public const string Identifier = "feature.id";

    private static readonly GeoReadOptions Unlocated = new() { TakeUnlocated = true }; // a record may say all but where it is

    private readonly Stream _stream;

    private GeoTable(Stream stream, TableHeaders headers) => (_stream, Headers) = (stream, headers);

    public TableHeaders Headers { get; }

    public TableFormat Format { get; } = new("UTF-8", '\0', 0) { Kind = TableKind.Geojson };

    public static (ITable?, TableProblem?) Open(Stream stream, TableOptions options)
    {
        var features = 0;
        var names = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        GeoError? broken = null;
        foreach (var item in GeoJsonReader.Read(stream, Unlocated))
        {
            if (item is GeoError { Feature: GeoItem.WholeFile } error) broken ??= error;
            if (item is not GeoFeature feature) continue;
            features++;
            foreach (var name in feature.Properties.Keys) if (known.Add(name)) names.Add(name);
            if (feature.Id is not null && known.Add(Identifier)) names.Add(Identifier);
            if (names.Count > TableLimits.Columns) return TableFile.Refuse(stream, new("tables.row.too-many-columns", TableLimits.Columns));
        }

        if (features == 0 && broken is not null) return TableFile.Refuse(stream, new(broken.TextKey, [.. broken.Args]));
        stream.Position = 0;
        return (new GeoTable(stream, new TableHeaders([.. names, Latitude, Longitude], options.Aliases)), null);
    }

    public IEnumerable<TableEntry> Entries()
    {
        foreach (var item in GeoJsonReader.Read(_stream, Unlocated))
        {
            if (item is GeoError error) yield return RowError.Of(error.Line, null, "", new(error.TextKey, [.. error.Args])) with { Element = error.Feature + 1 };
            if (item is GeoFeature feature) yield return new TableRow(feature.Line, Headers, [.. Headers.Names.Select(n => Cell(feature, n))]) { Element = feature.Feature + 1 };
        }
    }

    public void Dispose() => _stream.Dispose();

    private static string Cell(GeoFeature feature, string name) => name switch
    {
        Latitude => feature.Geometry.IsEmpty ? "" : Degrees(feature.Geometry.InteriorPoint.Y),
        Longitude => feature.Geometry.IsEmpty ? "" : Degrees(feature.Geometry.InteriorPoint.X),
        Identifier => feature.Id ?? "",
        _ => feature.Properties.GetValueOrDefault(name, ""),
    };

    private static string Degrees(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
