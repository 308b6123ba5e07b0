using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>For spaces too large for <see cref="OccasionFacets"/>: how many a search finds, and how many each word of the main filters would leave. Whoever finds more than <see cref="OccasionResult.MostCounted"/> is told « more », and no count that would be wrong.</summary>
internal static class OccasionCounts
{
    private const string Columns = "o.kind, o.type, o.cost, o.fields, o.audiences, o.access";

    // « acces » asks for every word at once: one more word narrows what is found. A word of the others is one more alternative:
    // it is counted as if nothing of its filter were chosen.
    private static readonly (string Filter, Func<Way, IEnumerable<string>> Words, IReadOnlyList<string> Codes, bool IsAlternative)[] Counted =
    [
        Alternatives("nature", w => [w.Kind]), Alternatives("type", w => [w.Type]), Alternatives("domaine", w => w.EachField), Alternatives("public", w => w.EachAudience),
        ("acces", w => w.EachAccess, Vocabulary.Access, false), ("gratuit", w => [w.Cost], [.. EnumWords.Words<Cost>()], false),
    ];

    // One way of being, and how many are so.
    private sealed class Way
    {
        private string[]? _fields, _audiences, _access;

        public string Kind { get; init; } = "";
        public string Type { get; init; } = "";
        public string Cost { get; init; } = "";
        public string Fields { get; init; } = "";
        public string Audiences { get; init; } = "";
        public string Access { get; init; } = "";
        public long Number { get; init; }

        internal string[] EachField => _fields ??= Split(Fields);
        internal string[] EachAudience => _audiences ??= Split(Audiences);
        internal string[] EachAccess => _access ??= Split(Access);

        private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The search without the filters whose words are counted: the ways of being of what it finds say what each of them would leave.</summary>
    public static OccasionQuery Broad(OccasionQuery q) => q with { Kinds = [], Types = [], Fields = [], Audiences = [], Access = [], Free = false };

    public static async Task<(int Total, IReadOnlyDictionary<(string, string), int> Counts)> Of(TrameDb db, OccasionQuery q, SearchContext known, int most, CancellationToken stop)
    {
        var counts = new Dictionary<(string, string), int>();
        if (await Ways(db, Broad(q), known, most, stop) is { } all)
        {
            foreach (var (filter, words, codes, isAlternative) in Counted) Add(counts, filter, codes, all.Where(w => Fits(w, q, isAlternative ? filter : "")).Select(w => (words(w), w.Number)));
            return ((int)all.Where(w => Fits(w, q)).Sum(w => w.Number), counts);
        }

        var found = q.Free || q.Kinds.Count + q.Types.Count + q.Fields.Count + q.Audiences.Count + q.Access.Count > 0 ? await Ways(db, q, known, most, stop) : null;
        foreach (var (filter, words, codes, isAlternative) in Counted)
        {
            var ways = isAlternative && OccasionFilter.Named(filter).Chosen(q).Count > 0 ? await Ways(db, OccasionFilter.Named(filter).Choose(q, []), known, most, stop) : found;
            if (ways is not null) Add(counts, filter, codes, ways.Select(w => (words(w), w.Number)));
        }

        return (found is null ? most + 1 : (int)found.Sum(w => w.Number), counts);
    }

    /// <summary>How many a search finds, at most one more than asked.</summary>
    public static async Task<int> Total(TrameDb db, OccasionQuery q, SearchContext known, int most, CancellationToken stop)
    {
        var where = new OccasionWhere(db, asked: WordsAsked.First).Add(q, known);
        var sql = $"SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM (SELECT 1 FROM {where.From} WHERE {where} LIMIT {most + 1}) AS found";
        return await db.Database.SqlQueryRaw<int>(sql, [.. where.Values]).SingleAsync(stop);
    }

    // Null when too many are found. An index holds these columns in this order: with no other filter, nothing is sorted and no row is opened.
    private static async Task<List<Way>?> Ways(TrameDb db, OccasionQuery q, SearchContext known, int most, CancellationToken stop)
    {
        List<object> values = [];
        var first = new OccasionWhere(db, values, WordsAsked.First).Add(q, known);
        var whole = new OccasionWhere(db, values).Add(q, known);
        var sql = $"""
            WITH total AS (SELECT COUNT(*) AS n FROM (SELECT 1 FROM {first.From} WHERE {first} LIMIT {most + 1}) AS found)
            SELECT * FROM (SELECT o.kind AS "Kind", o.type AS "Type", o.cost AS "Cost", o.fields AS "Fields", o.audiences AS "Audiences", o.access AS "Access", COUNT(*) AS "Number"
              FROM occasion o WHERE {whole} GROUP BY {Columns} LIMIT (SELECT CASE WHEN n > {most} THEN 0 ELSE n END FROM total)) AS ways
            UNION ALL SELECT '', '', '', '', '', '', n FROM total WHERE n > {most}
            """;
        var ways = await db.Database.SqlQueryRaw<Way>(sql, [.. values]).ToListAsync(stop);
        return ways is [{ Kind: "" }] ? null : ways;
    }

    // What SearchMatch asks of the full-text index, asked of the columns it was made from.
    private static bool Fits(Way way, OccasionQuery q, string without = "") =>
        (without == "nature" || q.Kinds.Count == 0 || q.Kinds.Any(k => EnumWords.Write(k) == way.Kind))
        && (without == "type" || q.Types.Count == 0 || q.Types.Contains(way.Type))
        && (without == "domaine" || q.Fields.Count == 0 || q.Fields.Any(way.EachField.Contains))
        && (without == "public" || q.Audiences.Count == 0 || q.Audiences.Any(way.EachAudience.Contains))
        && q.Access.All(way.EachAccess.Contains)
        && (!q.Free || way.Cost == EnumWords.Write(Cost.Free));

    private static void Add(Dictionary<(string, string), int> counts, string filter, IReadOnlyList<string> codes, IEnumerable<(IEnumerable<string> Words, long Number)> ways)
    {
        foreach (var code in codes) counts[(filter, code)] = 0;
        foreach (var (words, number) in ways)
            foreach (var word in words) counts[(filter, word)] = counts.GetValueOrDefault((filter, word)) + (int)number;
    }

    private static (string, Func<Way, IEnumerable<string>>, IReadOnlyList<string>, bool) Alternatives(string filter, Func<Way, IEnumerable<string>> words) => (filter, words, OccasionFilter.Named(filter).Codes, true);
}
