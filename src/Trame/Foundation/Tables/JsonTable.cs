using System.Text;
using System.Text.Json;

namespace Trame.Foundation.Tables;

/// <summary>
/// A JSON list of records as rows, bare or inside one object (« data », « results »…), or one record per line. A value inside a value is named
/// by its way (« adresse.ville »); the values of a list stand in one cell, with | between them.
/// </summary>
internal sealed class JsonTable : ITable
{
    public const int MostBytes = 128 << 20;

    private static readonly JsonReaderOptions Lenient = new() { AllowMultipleValues = true, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    private readonly byte[] _bytes;

    private JsonTable(byte[] bytes, TableHeaders headers, string encoding) => (_bytes, Headers, Format) = (bytes, headers, new(encoding, '\0', 0) { Kind = TableKind.Json });

    public TableHeaders Headers { get; }

    public TableFormat Format { get; }

    public static (ITable?, TableProblem?) Open(Stream stream, TableEncoding encoding, TableOptions options)
    {
        if (stream.Length > MostBytes) return TableFile.Refuse(stream, new("tables.json.too-large", MostBytes >> 20));
        using var source = stream;
        var bytes = new byte[stream.Length];
        source.ReadExactly(bytes);
        bytes = encoding.Encoding is UTF8Encoding or { CodePage: 65001 } ? bytes[encoding.MarkLength..] : Encoding.UTF8.GetBytes(encoding.Encoding.GetString(bytes.AsSpan(encoding.MarkLength)));
        var names = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var records = 0;
        foreach (var (element, _, problem) in Records(bytes))
        {
            if (problem is not null && records == 0) return (null, problem);
            if (element is not { ValueKind: JsonValueKind.Object } record) continue;
            records++;
            foreach (var (name, _) in Cells(record)) if (known.Add(name)) names.Add(name);
            if (names.Count > TableLimits.Columns) return (null, new("tables.row.too-many-columns", TableLimits.Columns));
        }

        return names.Count == 0 ? (null, new("tables.json.no-records")) : (new JsonTable(bytes, new TableHeaders(names, options.Aliases), encoding.Name), null);
    }

    public IEnumerable<TableEntry> Entries()
    {
        var columns = Headers.Names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        var rank = 0;
        foreach (var (element, line, problem) in Records(_bytes))
        {
            rank++;
            if (problem is not null) yield return RowError.Of(line, null, "", problem) with { Element = rank };
            else if (element is not { ValueKind: JsonValueKind.Object } record) yield return RowError.Of(line, null, element?.GetRawText() ?? "", new("tables.json.not-a-record")) with { Element = rank };
            else yield return Row(record, line, rank, columns);
        }
    }

    public void Dispose() { }

    private TableEntry Row(JsonElement record, int line, int rank, Dictionary<string, int> columns)
    {
        var cells = new string[Headers.Names.Count];
        Array.Fill(cells, "");
        foreach (var (name, value) in Cells(record))
        {
            if (!columns.TryGetValue(name, out var column)) continue;
            if (value.Length > TableLimits.Cell) return RowError.Of(line, name, value, new("tables.cell.too-long")) with { Element = rank };
            if (cells[column].Length == 0) cells[column] = value;
        }

        return new TableRow(line, Headers, cells) { Element = rank };
    }

    /// <summary>Each element of the list, with its line. What breaks the file is told last.</summary>
    private static IEnumerable<(JsonElement? Element, int Line, TableProblem? Problem)> Records(byte[] bytes)
    {
        var (at, line, lists) = (0, 1, 0);
        while (true)
        {
            var (found, next, depth, problem) = Next(bytes, at, lists);
            line += bytes.AsSpan(at, next - at).Count((byte)'\n');
            (at, lists) = (next, depth);
            if (problem is not null) yield return (null, line, problem);
            if (problem is not null || (found is null && at >= bytes.Length)) yield break;
            if (found is { } element) yield return (element, line, null);
        }
    }

    // From this place on: the next record, how far it was read, and whether one is inside a list (1: bare, 2: in an object, 0: not yet).
    private static (JsonElement? Found, int Next, int Lists, TableProblem? Problem) Next(byte[] bytes, int at, int lists)
    {
        try
        {
            while (at < bytes.Length && (bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' || (lists > 0 && bytes[at] == (byte)','))) at++;
            if (at >= bytes.Length) return (null, bytes.Length, lists, null);
            if (lists > 0 && bytes[at] == (byte)']') return (null, bytes.Length, lists, null);
            if (lists == 0 && bytes[at] == (byte)'[') return (null, at + 1, 1, null);
            var reader = new Utf8JsonReader(bytes.AsSpan(at), Lenient);
            if (lists == 0 && at < bytes.Length && ListInside(bytes.AsSpan(at)) is { } inside) return (null, at + inside, 2, null);
            using var document = JsonDocument.ParseValue(ref reader);
            return (document.RootElement.Clone(), at + (int)reader.BytesConsumed, lists, null);
        }
        catch (JsonException broken)
        {
            return (null, bytes.Length, lists, new("tables.json.malformed", (broken.LineNumber ?? 0) + 1 + bytes.AsSpan(0, at).Count((byte)'\n')));
        }
    }

    // An object that holds a list of objects is an envelope, not a record: the place after the bracket that opens the list.
    private static int? ListInside(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, Lenient);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == 1)
            {
                var after = (int)reader.BytesConsumed;
                var peek = reader;
                if (peek.Read() && peek.TokenType == JsonTokenType.StartObject && IsLong(ref peek)) return after;
            }

            reader.Skip();
        }

        return null;
    }

    // One object in a list may be an address of the record; several with names of their own are the records.
    private static bool IsLong(ref Utf8JsonReader reader)
    {
        var names = 0;
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == depth + 1) names++;
        return names >= 2;
    }

    private static IEnumerable<(string Name, string Value)> Cells(JsonElement record)
    {
        foreach (var member in record.EnumerateObject())
            foreach (var cell in Under(member.Name, member.Value)) yield return cell;
    }

    private static IEnumerable<(string Name, string Value)> Under(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(m => Under($"{name}.{m.Name}", m.Value)),
        JsonValueKind.Array when value.EnumerateArray().Any(i => i.ValueKind == JsonValueKind.Object) =>
            value.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).SelectMany(i => i.EnumerateObject().SelectMany(m => Under($"{name}.{m.Name}", m.Value)))
                .GroupBy(c => c.Name, StringComparer.Ordinal).Select(g => (g.Key, string.Join('|', g.Select(c => c.Value)))),
        JsonValueKind.Array => [(name, string.Join('|', value.EnumerateArray().Select(Said)))],
        _ => [(name, Said(value))],
    };

    private static string Said(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };

    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD"; // half of a surrogate pair: what is left of such a text says nothing
        }
    }
}
