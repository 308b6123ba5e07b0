using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Trame.Registers.Sources;

/// <summary>A file of HSDS 3.0 (Human Services Data Specification) as rows: one for each location, with what its services say. Services are trees; a list of places is not.</summary>
internal static class HsdsRecords
{
    private const int Sniffed = 1 << 16;
    private const int MostBytes = 64 << 20;

    public static readonly IReadOnlyList<string> Columns =
    [
        "hsds_id", "hsds_name", "hsds_description", "hsds_url", "hsds_email", "hsds_phone", "hsds_address", "hsds_city", "hsds_postal_code", "hsds_latitude", "hsds_longitude",
        "hsds_hours", "hsds_hours_note", "hsds_conditions", "hsds_fees", "hsds_audiences", "hsds_transportation", "hsds_siret", "hsds_services",
    ];

    /// <summary>The same stream; or, where it holds HSDS, its rows as a plain JSON list.</summary>
    public static Stream Plain(Stream stream)
    {
        if (!IsOne(stream)) return stream;
        try
        {
            using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var rows = new MemoryStream();
            using (var json = new Utf8JsonWriter(rows))
            {
                json.WriteStartArray();
                foreach (var row in Of(document.RootElement))
                {
                    json.WriteStartObject();
                    foreach (var column in Columns) json.WriteString(column, row.GetValueOrDefault(column, ""));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            stream.Dispose();
            rows.Position = 0;
            return rows;
        }
        catch (JsonException)
        {
            stream.Position = 0; // broken: the reader of tables says where
            return stream;
        }
    }

    /// <summary>One row for each location, in the order of the file.</summary>
    public static IEnumerable<Dictionary<string, string>> Of(JsonElement root)
    {
        var rows = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var service in Listed(root, "services").Concat(root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : []).Concat(Listed(root, "contents")))
        {
            var places = Listed(service, "service_at_locations").Select(at => at.TryGetProperty("location", out var location) ? location : default).Where(l => l.ValueKind == JsonValueKind.Object).ToList();
            // Ours: the service and its place are one record; the stops of a round are part of it.
            if (places.Find(p => Text(p, "id") == Text(service, "id")) is { ValueKind: JsonValueKind.Object } same) places = [same];
            foreach (var place in places) Add(rows, place, service);
        }

        foreach (var place in Listed(root, "locations")) Add(rows, place, null);
        return rows.Values;
    }

    private static void Add(Dictionary<string, Dictionary<string, string>> rows, JsonElement place, JsonElement? service)
    {
        var id = Text(place, "id");
        if (rows.TryGetValue(id, out var known))
        {
            if (service is { } another) known["hsds_services"] = $"{known["hsds_services"]}\n{Text(another, "name")}".Trim();
            return;
        }

        var row = rows[id.Length > 0 ? id : $"row {rows.Count}"] = Place(place, id);
        if (service is not { } one) return;
        var isSame = Text(one, "id") == id;
        if (row["hsds_name"].Length == 0 || isSame) row["hsds_name"] = Text(one, "name");
        row["hsds_services"] = isSame ? "" : Text(one, "name");
        row["hsds_description"] = Text(one, "description") is { Length: > 0 } said ? said : row["hsds_description"];
        (row["hsds_url"], row["hsds_email"], row["hsds_conditions"], row["hsds_fees"], row["hsds_audiences"]) = (Text(one, "url"), Text(one, "email"), Text(one, "application_process"), Text(one, "fees_description"), Text(one, "eligibility_description"));
        if (row["hsds_phone"].Length == 0) row["hsds_phone"] = Text(Listed(one, "phones").FirstOrDefault(), "number");
        if (row["hsds_hours"].Length == 0) row["hsds_hours"] = Hours(one);
    }

    private static Dictionary<string, string> Place(JsonElement place, string id)
    {
        var address = Listed(place, "addresses").FirstOrDefault();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["hsds_id"] = id, ["hsds_name"] = Text(place, "name"), ["hsds_description"] = Text(place, "description"), ["hsds_services"] = "", ["hsds_phone"] = Text(Listed(place, "phones").FirstOrDefault(), "number"),
            ["hsds_address"] = string.Join(", ", ((string[])[Text(address, "address_1"), Text(address, "address_2")]).Where(a => a.Length > 0)), ["hsds_city"] = Text(address, "city"), ["hsds_postal_code"] = Text(address, "postal_code"),
            ["hsds_latitude"] = Text(place, "latitude"), ["hsds_longitude"] = Text(place, "longitude"), ["hsds_hours"] = Hours(place), ["hsds_hours_note"] = Text(Listed(place, "schedules").FirstOrDefault(), "notes"),
            ["hsds_transportation"] = Text(place, "transportation"), ["hsds_siret"] = Text(place, "external_identifier_type") == "siret" ? Text(place, "external_identifier") : "",
        };
    }

    // The whole text where somebody wrote it as OSM does; else each span of the week.
    private static string Hours(JsonElement owner)
    {
        var schedules = Listed(owner, "schedules").ToList();
        var whole = schedules.Select(s => Text(s, "description")).FirstOrDefault(t => t.Length > 0 && Foundation.Time.OpeningHours.Parse(t).Ok, "");
        if (whole.Length > 0) return whole;
        var spans = schedules.Select(s => (Days: Days(Text(s, "byday")), Opens: Clock(Text(s, "opens_at")), Closes: Clock(Text(s, "closes_at")))).Where(s => s.Days.Length > 0 && s.Opens.Length > 0 && s.Closes.Length > 0);
        return string.Join("; ", spans.GroupBy(s => s.Days).Select(g => $"{g.Key} {string.Join(',', g.Select(s => $"{s.Opens}-{s.Closes}"))}"));
    }

    private static string Days(string byDay) => string.Join(',', byDay.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(d => d.Length == 2 && char.IsAsciiLetter(d[0])).Select(d => $"{char.ToUpperInvariant(d[0])}{char.ToLowerInvariant(d[1])}"));

    private static string Clock(string time) => time.Length >= 5 && time[2] == ':' ? time[..5] : "";

    private static IEnumerable<JsonElement> Listed(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object) : [];

    private static string Text(JsonElement owner, string name) => owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Number => value.GetDouble().ToString("0.######", CultureInfo.InvariantCulture),
        _ => "",
    } : "";

    // Said in its first pages by words that no other list of places uses.
    private static bool IsOne(Stream stream)
    {
        if (stream.Length > MostBytes) return false;
        var start = new byte[Sniffed];
        var text = Encoding.UTF8.GetString(start, 0, stream.ReadAtLeast(start, Sniffed, throwOnEndOfStream: false)).TrimStart('\uFEFF').TrimStart();
        stream.Position = 0;
        return (text.StartsWith('{') || text.StartsWith('[')) && (text.Contains("\"service_at_locations\"", StringComparison.Ordinal) || (text.Contains("\"location_type\"", StringComparison.Ordinal) && text.Contains("\"locations\"", StringComparison.Ordinal)));
    }
}
