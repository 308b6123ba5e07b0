using System.Text.Encodings.Web;
using System.Text.Json;
using Trame.Foundation.Tables;
using Trame.Registers.Occasions;

namespace Trame.Registers.Sources;

/// <summary>Reads and writes a <see cref="ColumnMap"/> as JSON that a person can correct in a text editor.</summary>
internal static class ColumnMapFile
{
    private const int MostCharacters = 1 << 20;

    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };

    private sealed record Written
    {
        public string? Trame { get; init; }
        public string? Format { get; init; }
        public string? Source { get; init; }
        public string? Scheme { get; init; }
        public string? Type { get; init; }
        public string? Sheet { get; init; }
        public int? HeaderLine { get; init; }
        public Dictionary<string, string?>? Columns { get; init; }
        public Dictionary<string, string>? Always { get; init; }
        public Dictionary<string, Dictionary<string, string>>? Words { get; init; }
    }

    public static string Write(ColumnMap map) => JsonSerializer.Serialize(new Written
    {
        Trame = "places-mapping-1", Format = map.Format, Source = map.Source, Scheme = map.Scheme, Type = map.Type, Sheet = map.Sheet, HeaderLine = map.HeaderLine,
        Columns = map.Columns.ToDictionary(c => c.Column, c => c.Field.Length == 0 ? null : c.Field), Always = new(map.Always), Words = map.Words.ToDictionary(w => w.Key, w => new Dictionary<string, string>(w.Value)),
    }, Shape);

    /// <returns>The map, or what is wrong with the file.</returns>
    public static (ColumnMap? Map, TableProblem? Problem) Read(string text)
    {
        if (text.Length > MostCharacters) return (null, new("sources.map.shape", 1));
        try
        {
            if (JsonSerializer.Deserialize<Written>(text, Shape) is not { Columns: { } columns } read) return (null, new("sources.map.shape", 1));
            var wrong = columns.Values.Concat((read.Always ?? []).Keys).FirstOrDefault(k => k is { Length: > 0 } && !PlaceColumns.Keys.Contains(k));
            if (wrong is not null) return (null, new("sources.map.field", wrong, string.Join(", ", PlaceColumns.Keys)));
            var twice = columns.Where(c => c.Value is { Length: > 0 } && !PlaceColumns.Several.Contains(c.Value) && !c.Value.StartsWith(PlaceColumns.DayPrefix, StringComparison.Ordinal)).GroupBy(c => c.Value).FirstOrDefault(g => g.Count() > 1);
            if (twice is not null) return (null, new("sources.map.twice", twice.Key!, string.Join(", ", twice.Select(c => c.Key))));
            if (read.Type is { } type && !Vocabulary.Types[OccasionKind.Place].Contains(type)) return (null, new("sources.map.type", type));
            return (new ColumnMap
            {
                Format = read.Format, Source = read.Source, Scheme = read.Scheme, Type = read.Type, Sheet = read.Sheet, HeaderLine = read.HeaderLine,
                Columns = [.. columns.Select(c => new MappedColumn(c.Key, c.Value ?? ""))], Always = read.Always ?? [],
                Words = (read.Words ?? []).ToDictionary(w => w.Key, w => (IReadOnlyDictionary<string, string>)w.Value),
            }, null);
        }
        catch (JsonException broken)
        {
            return (null, new("sources.map.shape", (broken.LineNumber ?? 0) + 1));
        }
    }
}
