using System.Globalization;
using System.Text;
using System.Text.Json;
using Trame.Foundation.Ui;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Trame.Act.Dispositifs;

/// <summary>A YAML text as JSON, and the line and column of each of its values. Aliases, several documents and deep nesting are refused: a small file must stay small.</summary>
internal sealed class YamlText
{
    public const int LongestText = 200_000;
    private const int Deepest = 12;

    private readonly Dictionary<string, (int Line, int Column)> _places = new(StringComparer.Ordinal);

    public string Json { get; private set; } = "";

    /// <summary>The place of a value by its path, « /phases/0/nom »; of the nearest value that holds it when it is not there.</summary>
    public (int Line, int Column) PlaceOf(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
            if (_places.TryGetValue(path[..end], out var place)) return place;
        return (1, 1);
    }

    public static (YamlText? Text, DispositifFault? Fault) Read(string text)
    {
        if (text.Length > LongestText) return (null, new(1, 1, Texts.Get("dispositifs.file.long", LongestText / 1000)));
        var read = new YamlText();
        var parser = new Parser(new StringReader(text));
        using var bytes = new MemoryStream();
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _)) return (null, new(1, 1, Texts.Get("dispositifs.file.empty")));
            parser.Consume<DocumentStart>();
            using (var writer = new Utf8JsonWriter(bytes)) read.Value(parser, writer, "", 0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _)) return (null, At(parser.Current!, "dispositifs.file.several"));
        }
        catch (Refused refused)
        {
            return (null, refused.Fault);
        }
        catch (YamlException broken)
        {
            return (null, new((int)broken.Start.Line, (int)broken.Start.Column, Texts.Get("dispositifs.file.yaml")));
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // Some broken files break the parser itself (a word cut by a line break inside braces does): a person is told the last place that was read.
            return (null, parser.Current is { } last ? At(last, "dispositifs.file.yaml") : new(1, 1, Texts.Get("dispositifs.file.yaml")));
        }

        read.Json = Encoding.UTF8.GetString(bytes.ToArray());
        return (read, null);
    }

    private void Value(IParser parser, Utf8JsonWriter writer, string path, int depth)
    {
        if (parser.Current is null) parser.MoveNext();
        var here = parser.Current!;
        if (depth > Deepest) throw new Refused(At(here, "dispositifs.file.deep"));
        _places.TryAdd(path, ((int)here.Start.Line, (int)here.Start.Column));
        switch (here)
        {
            case MappingStart: Mapping(parser, writer, path, depth); break;
            case SequenceStart:
                parser.MoveNext();
                writer.WriteStartArray();
                for (var n = 0; !parser.TryConsume<SequenceEnd>(out _); n++) Value(parser, writer, $"{path}/{n}", depth + 1);
                writer.WriteEndArray();
                break;
            case Scalar scalar:
                parser.MoveNext();
                Write(writer, scalar);
                break;
            default: throw new Refused(At(here, "dispositifs.file.alias"));
        }
    }

    private void Mapping(IParser parser, Utf8JsonWriter writer, string path, int depth)
    {
        parser.MoveNext();
        writer.WriteStartObject();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key)) throw new Refused(At(parser.Current!, "dispositifs.file.yaml"));
            if (!seen.Add(key.Value)) throw new Refused(At(key, "dispositifs.file.twice", key.Value));
            writer.WritePropertyName(key.Value);
            _places[$"{path}/{key.Value}"] = ((int)key.Start.Line, (int)key.Start.Column);
            Value(parser, writer, $"{path}/{key.Value}", depth + 1);
        }

        writer.WriteEndObject();
    }

    // Quoted words are words; bare ones may be a number, yes or no, or nothing (YAML 1.2 core schema). Digits beyond any count are a word: the schema's reader breaks on them, and a word is told where it stands.
    private static void Write(Utf8JsonWriter writer, Scalar scalar)
    {
        var (text, bare) = (scalar.Value, scalar.Style == ScalarStyle.Plain);
        if (bare && text is "" or "~" or "null") writer.WriteNullValue();
        else if (bare && text is "true" or "false") writer.WriteBooleanValue(text == "true");
        else if (bare && text.AsSpan().IndexOfAnyExcept("0123456789.-") < 0 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && decimal.Abs(number) <= long.MaxValue) writer.WriteNumberValue(number);
        else writer.WriteStringValue(text);
    }

    private static DispositifFault At(ParsingEvent there, string key, params object?[] args) => new((int)there.Start.Line, (int)there.Start.Column, Texts.Get(key, args));

    private sealed class Refused(DispositifFault fault) : Exception
    {
        public DispositifFault Fault { get; } = fault;
    }
}
