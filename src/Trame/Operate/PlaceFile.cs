using Trame.Foundation.Geo;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Operate;

/// <summary>Reads places one by one from a CSV or a GeoJSON. Columns are named by the keys of the fields or by their labels, in French or in English.</summary>
public static class PlaceFile
{
    private static readonly string[] Besides = ["id", "kind", "commune-code", "codes"];

    private static readonly TableOptions Columns = new() { Aliases = Aliases() };

    /// <summary>Each entry is a place, or the sentence that says what is wrong with a line.</summary>
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
        if (table.Missing("name") is [var missing])
        {
            yield return (null, ImportReport.Sentence(missing));
            yield break;
        }

        foreach (var entry in table.Entries())
            yield return entry is TableRow row
                ? (new PlaceLine(row.LineNumber, Keys().ToDictionary(k => k, k => row[k])), null)
                : (null, ImportReport.Sentence((RowError)entry));
    }

    private static IEnumerable<(PlaceLine?, string?)> FromGeoJson(Stream stream)
    {
        var names = Aliases().SelectMany(a => a.Value.Prepend(a.Key).Select(n => (Name: TableHeaders.Key(n), Key: a.Key))).GroupBy(n => n.Name).ToDictionary(g => g.Key, g => g.First().Key);
        foreach (var item in GeoJsonReader.Read(stream))
        {
            if (item is GeoError error) yield return (null, Texts.Get(error.TextKey, [.. error.Args]));
            if (item is not GeoFeature feature) continue;
            var values = new Dictionary<string, string>();
            foreach (var (property, value) in feature.Properties)
                if (names.TryGetValue(TableHeaders.Key(property), out var key)) values.TryAdd(key, value);
            if (!feature.Geometry.IsEmpty)
            {
                var at = feature.Geometry.InteriorPoint;
                values["latitude"] = at.Y.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
                values["longitude"] = at.X.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
            }

            if (feature.Id is { } id) values.TryAdd("id", id);
            yield return (new PlaceLine(feature.Line, values), null);
        }
    }

    private static IEnumerable<string> Keys() => OccasionField.For(OccasionKind.Place).Select(f => f.Key).Concat(Besides);

    private static Dictionary<string, IReadOnlyList<string>> Aliases()
    {
        var aliases = OccasionField.For(OccasionKind.Place).ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[Texts.In("fr", $"occasions.field.{f.Key}"), Texts.In("en", $"occasions.field.{f.Key}")]);
        aliases["commune-code"] = ["code insee", "insee", "codgeo", "code commune", "nis5", "code_insee"];
        aliases["latitude"] = [.. aliases["latitude"], "lat"];
        aliases["longitude"] = [.. aliases["longitude"], "lon", "lng", "long"];
        aliases["name"] = [.. aliases["name"], "nom", "name"];
        aliases["id"] = ["identifiant", "uid"];
        return aliases;
    }
}
