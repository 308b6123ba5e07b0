using System.Globalization;
using Trame.Foundation.Geo;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;

namespace Trame.Operate;

/// <summary>Reads places one by one from a CSV or a GeoJSON. Columns are named by the keys of the fields, by their labels, or as open data name them (<see cref="PlaceColumns"/>).</summary>
public static class PlaceFile
{
    private static readonly TableOptions Columns = new() { Aliases = PlaceColumns.Aliases };

    private static readonly Dictionary<string, string> Names = PlaceColumns.Aliases.SelectMany(a => a.Value.Prepend(a.Key).Select(n => (Name: TableHeaders.Key(n), Key: a.Key)))
        .GroupBy(n => n.Name).ToDictionary(g => g.Key, g => g.First().Key);

    /// <summary>Each entry is a place, or the sentence that says what is wrong with a line. The stream is closed at the end.</summary>
    public static IEnumerable<(PlaceLine? Line, string? Problem)> Read(Stream stream, string extension) =>
        extension.ToLowerInvariant() is ".geojson" or ".json" ? FromGeoJson(stream) : FromTable(stream);

    private static IEnumerable<(PlaceLine?, string?)> FromTable(Stream stream)
    {
        var opening = TableReader.Open(stream, Columns);
        if (!opening.Accepted)
        {
            yield return (null, ImportReport.Sentence(opening.Refused));
            yield break;
        }

        using var table = opening.Table;
        if (table.Missing("name") is [_])
        {
            yield return (null, Texts.Get("operate.places.no-name", string.Join(", ", table.Headers.Names)));
            yield break;
        }

        var keys = PlaceColumns.Keys.Where(table.Headers.Has).ToList();
        var days = table.Headers.Names.Select(n => (Name: n, Day: PlaceColumns.DayOf(n))).Where(d => d.Day is not null).ToList();
        foreach (var entry in table.Entries())
            yield return entry is TableRow row
                ? PlaceCells.Adapt(new PlaceLine(row.LineNumber, keys.ToDictionary(k => k, k => row[k])), [.. days.Select(d => (d.Day!, row[d.Name]))])
                : (null, ImportReport.Sentence((RowError)entry));
    }

    private static IEnumerable<(PlaceLine?, string?)> FromGeoJson(Stream stream)
    {
        using var source = stream;
        foreach (var item in GeoJsonReader.Read(source))
        {
            if (item is GeoError error) yield return (null, Texts.Get(error.TextKey, [.. error.Args]));
            if (item is not GeoFeature feature) continue;
            var values = new Dictionary<string, string>();
            foreach (var (property, value) in feature.Properties)
                if (Names.TryGetValue(TableHeaders.Key(property), out var key)) values.TryAdd(key, value);
            if (!feature.Geometry.IsEmpty)
            {
                var at = feature.Geometry.InteriorPoint;
                values["latitude"] = at.Y.ToString("0.######", CultureInfo.InvariantCulture);
                values["longitude"] = at.X.ToString("0.######", CultureInfo.InvariantCulture);
            }

            if (feature.Id is { } id) values.TryAdd("id", id);
            List<(string, string)> days = [.. feature.Properties.Select(p => (Day: PlaceColumns.DayOf(p.Key)!, p.Value)).Where(d => d.Day is not null)];
            yield return PlaceCells.Adapt(new PlaceLine(feature.Line, values, feature.Feature + 1), days);
        }
    }
}
