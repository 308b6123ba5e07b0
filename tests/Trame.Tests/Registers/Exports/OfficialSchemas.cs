using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using Trame.Foundation.Tables;
using Trame.Tests.Foundation.Tables;

namespace Trame.Tests.Registers.Exports;

/// <summary>Validates files against the schemas that their authors publish (shared/data/places/schemas); a test is skipped, with the reason, where those are absent.</summary>
internal static class OfficialSchemas
{
    /// <summary>JSON Schema of data·inclusion 1.0.8, on each element of a list.</summary>
    public static async Task<IReadOnlyList<string>> Inclusion(string name, string json)
    {
        using var reader = new StreamReader(PlacesData.Open($"schemas/data-inclusion-v1-{name}.json"));
        var schema = await JsonSchema.FromJsonAsync(await reader.ReadToEndAsync());
        return [.. JsonNode.Parse(json)!.AsArray().SelectMany(item => schema.Validate(item!.ToJsonString()).Select(e => $"{item["nom"]}: {e.Path} {e.Kind}")
            .Concat(item!.AsObject().Select(p => p.Key).Where(key => !schema.Properties.ContainsKey(key)).Select(key => $"{item["nom"]}: {key} is no property of the schema")))];
    }

    /// <summary>Table Schema of digital mediation 1.0.2: columns, what must be there, patterns, lengths, numbers and dates.</summary>
    public static IReadOnlyList<string> Mediation(IReadOnlyList<string> headers, IEnumerable<TableRow> rows)
    {
        using var schema = JsonDocument.Parse(PlacesData.Open("schemas/mednum-schema-v1.0.2.json"));
        var fields = schema.RootElement.GetProperty("fields").EnumerateArray().ToList();
        var names = fields.Select(f => f.GetProperty("name").GetString()!).ToList();
        return [.. names.SequenceEqual(headers) ? (string[])[] : ["the columns are not those of the schema, in its order"], .. rows.SelectMany(row => fields.Select(f => Cell(f, row[f.GetProperty("name").GetString()!]))).OfType<string>()];
    }

    /// <summary>HSDS 3.0: each object against the table it stands for, and what stands inside it.</summary>
    public static IReadOnlyList<string> Hsds(JsonElement root)
    {
        using var package = JsonDocument.Parse(PlacesData.Open("schemas/hsds_3.0_datapackage.json"));
        var tables = package.RootElement.GetProperty("resources").EnumerateArray().ToDictionary(r => r.GetProperty("name").GetString()!, r => r.GetProperty("schema").GetProperty("fields").EnumerateArray().ToDictionary(f => f.GetProperty("name").GetString()!));
        return [.. root.GetProperty("services").EnumerateArray().SelectMany(s => Row("service", s, tables)), .. root.GetProperty("locations").EnumerateArray().SelectMany(l => Row("location", l, tables))];
    }

    private static IEnumerable<string> Row(string table, JsonElement row, Dictionary<string, Dictionary<string, JsonElement>> tables)
    {
        var fields = tables[table];
        foreach (var (name, field) in fields)
        {
            var says = row.TryGetProperty(name, out var value);
            if (!says && field.GetProperty("constraints").GetProperty("required").GetBoolean()) yield return $"{table}.{name} is required";
            if (says && Wrong(field, value.ToString()) is { } why) yield return $"{table}.{name} « {value} » {why}";
        }

        foreach (var member in row.EnumerateObject().Where(m => !fields.ContainsKey(m.Name)))
        {
            var inside = member.Name switch { "addresses" => "address", "accessibility" => "accessibility", _ => member.Name.TrimEnd('s') };
            if (!tables.ContainsKey(inside)) yield return $"{table}.{member.Name} is neither a field nor a table";
            else foreach (var item in member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToList() : [member.Value])
                foreach (var wrong in Row(inside, item, tables)) yield return wrong;
        }
    }

    private static string? Wrong(JsonElement field, string text)
    {
        var format = field.TryGetProperty("format", out var f) ? f.GetString() : null;
        var words = field.GetProperty("constraints").TryGetProperty("enum", out var list) ? list.EnumerateArray().Select(w => w.GetString()).ToList() : null;
        return (field.GetProperty("type").GetString(), format) switch
        {
            _ when words is not null && !words.Contains(text) => "is not in the list",
            ("string", "uuid") when !Guid.TryParse(text, out _) => "is no UUID",
            ("string", "uri") when !Uri.TryCreate(text, UriKind.Absolute, out _) => "is no address",
            ("string", "email") when !text.Contains('@') => "is no e-mail address",
            ("number", _) when !double.TryParse(text, CultureInfo.InvariantCulture, out _) => "is no number",
            ("date", _) when !DateOnly.TryParseExact(text, "yyyy-MM-dd", out _) => "is no date",
            ("time", _) when !TimeOnly.TryParseExact(text, "HH:mm:ss", out _) => "is no time",
            ("datetime", _) when !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) => "is no instant",
            _ => null,
        };
    }

    private static string? Cell(JsonElement field, string cell)
    {
        var name = field.GetProperty("name").GetString();
        var rules = field.TryGetProperty("constraints", out var said) ? said : default;
        bool Says(string rule, out JsonElement value)
        {
            value = default;
            return rules.ValueKind == JsonValueKind.Object && rules.TryGetProperty(rule, out value);
        }

        if (cell.Length == 0) return Says("required", out var required) && required.GetBoolean() ? $"{name} is required" : null;
        if (Says("pattern", out var pattern) && !Regex.IsMatch(cell, pattern.GetString()!)) return $"{name} « {cell} » does not follow its pattern";
        if (Says("maxLength", out var longest) && cell.Length > longest.GetInt32()) return $"{name} is too long";
        return field.GetProperty("type").GetString() switch
        {
            "number" when !double.TryParse(cell, CultureInfo.InvariantCulture, out _) => $"{name} « {cell} » is no number",
            "date" when !DateOnly.TryParseExact(cell, "yyyy-MM-dd", out _) => $"{name} « {cell} » is no date",
            _ => null,
        };
    }
}
