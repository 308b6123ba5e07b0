using System.Text.Json;

namespace Trame.Engines.Files;

/// <summary>A value of a JSON text and where it stands, in bytes.</summary>
internal sealed class SpottedJson
{
    private static readonly IReadOnlyList<SpottedJson> None = [];
    private readonly OrderedDictionary<string, SpottedJson>? _fields; // of an object only: millions of values are scalars
    private readonly List<SpottedJson>? _items; // of a list only
    private List<string>? _asked; // few: a list is quicker than a set

    private SpottedJson(JsonValueKind kind, int offset)
    {
        (Kind, Offset) = (kind, offset);
        if (kind == JsonValueKind.Object) _fields = new(StringComparer.Ordinal);
        if (kind == JsonValueKind.Array) _items = [];
    }

    public JsonValueKind Kind { get; }
    public int Offset { get; }
    public string Text { get; private set; } = "";
    public double Number { get; private set; }
    public IReadOnlyList<SpottedJson> Items => _items ?? None;

    public static SpottedJson Read(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        if (!reader.Read()) throw new FaultyFile(JsonFault.NotJson, 0, "");
        var value = Value(ref reader);
        reader.Read(); // throws on what follows
        return value;
    }

    public IEnumerable<KeyValuePair<string, SpottedJson>> Fields => _fields ?? [];

    public SpottedJson? Optional(string field)
    {
        Expect(JsonValueKind.Object, "{ }");
        if (!(_asked ??= []).Contains(field)) _asked.Add(field);
        return _fields!.TryGetValue(field, out var value) && value.Kind != JsonValueKind.Null ? value : null;
    }

    public SpottedJson Required(string field) => Optional(field) ?? throw new FaultyFile(JsonFault.MissingField, Offset, field);

    /// <summary>Refuses the fields that nobody asked for.</summary>
    public void Done()
    {
        foreach (var (name, value) in Fields) if (_asked?.Contains(name) is not true) throw new FaultyFile(JsonFault.UnknownField, value.Offset, $"{name} ({string.Join(", ", _asked ?? [])})");
    }

    public IReadOnlyList<SpottedJson> List()
    {
        Expect(JsonValueKind.Array, "[ ]");
        return Items;
    }

    public string Word()
    {
        Expect(JsonValueKind.String, "« »");
        return Text.Trim().Length > 0 ? Text : throw new FaultyFile(JsonFault.WrongType, Offset, "« »");
    }

    public bool Truth() => Kind is JsonValueKind.True or JsonValueKind.False ? Kind == JsonValueKind.True : throw new FaultyFile(JsonFault.WrongType, Offset, "true, false");

    public double Within(double least, double most)
    {
        Expect(JsonValueKind.Number, "0-9");
        return Number >= least && Number <= most ? Number : throw new FaultyFile(JsonFault.OutOfRange, Offset, FormattableString.Invariant($"{Number} [{least} ; {most}]"));
    }

    public int Whole(int least, int most) => Within(least, most) is var number && number == Math.Truncate(number) ? (int)number : throw new FaultyFile(JsonFault.OutOfRange, Offset, FormattableString.Invariant($"{Number} [{least} ; {most}]"));

    private void Expect(JsonValueKind kind, string said)
    {
        if (Kind != kind) throw new FaultyFile(JsonFault.WrongType, Offset, said);
    }

    private static SpottedJson Value(ref Utf8JsonReader reader)
    {
        var at = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var whole = new SpottedJson(JsonValueKind.Object, at);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var (name, place) = (reader.GetString()!, (int)reader.TokenStartIndex);
                    reader.Read();
                    if (!whole._fields!.TryAdd(name, Value(ref reader))) throw new FaultyFile(JsonFault.RepeatedField, place, name);
                }
                return whole;
            case JsonTokenType.StartArray:
                var list = new SpottedJson(JsonValueKind.Array, at);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list._items!.Add(Value(ref reader));
                return list;
            case JsonTokenType.String: return new(JsonValueKind.String, at) { Text = reader.GetString()! };
            case JsonTokenType.Number: return new(JsonValueKind.Number, at) { Number = reader.TryGetDouble(out var number) ? number : double.NaN };
            case JsonTokenType.True: return new(JsonValueKind.True, at);
            case JsonTokenType.False: return new(JsonValueKind.False, at);
            default: return new(JsonValueKind.Null, at);
        }
    }
}
