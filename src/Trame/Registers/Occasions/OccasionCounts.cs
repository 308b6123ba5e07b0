using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>How many a search finds, and how many each word of the main filters would leave. Whoever finds more than <see cref="OccasionResult.MostCounted"/> is told « more », and no count that would be wrong.</summary>
internal static class OccasionCounts
{
    private const int Most = OccasionResult.MostCounted;
    private const string Total = "total";
    private const string Columns = "o.kind, o.type, o.cost, o.fields, o.audiences, o.access";

    // « acces » asks for every word at once: one more word narrows what is found. A word of the others is one more alternative:
    // it is counted as if nothing of its filter were chosen.
    private static readonly (string Filter, Func<Way, string> Words, IReadOnlyList<string> Codes, bool IsAlternative)[] Counted =
    [
        Alternatives("nature", w => w.Kind), Alternatives("type", w => w.Type), Alternatives("domaine", w => w.Fields), Alternatives("public", w => w.Audiences),
        ("acces", w => w.Access, Vocabulary.Access, false), ("gratuit", w => w.Cost, [.. EnumWords.Words<Cost>()], false),
    ];

    // One way of being, and how many are so. Asked: the filter it is counted for as if nothing of it were chosen; nothing for the whole search; « total » for the one line that counts all.
    private sealed class Way
    {
        public string Asked { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Type { get; init; } = "";
        public string Cost { get; init; } = "";
        public string Fields { get; init; } = "";
        public string Audiences { get; init; } = "";
        public string Access { get; init; } = "";
        public long Number { get; init; }
    }

    public static async Task<(int Total, IReadOnlyDictionary<(string, string), int> Counts)> Of(TrameDb db, OccasionQuery q, SearchContext known, CancellationToken stop)
    {
        List<object> values = [];
        OccasionWhere Where(string? without = null) => new OccasionWhere(db, values).Add(q, known, without);
        var chosen = Counted.Where(c => c.IsAlternative && OccasionFilter.Named(c.Filter).Chosen(q).Count > 0).Select(c => c.Filter).ToList();
        var sql = $"""
            WITH total AS (SELECT COUNT(*) AS n FROM (SELECT 1 FROM occasion o WHERE {Where()} LIMIT {Most + 1}) AS found)
            SELECT '{Total}' AS "Asked", '' AS "Kind", '' AS "Type", '' AS "Cost", '' AS "Fields", '' AS "Audiences", '' AS "Access", n AS "Number" FROM total
            UNION ALL {Ways("", $"occasion o WHERE (SELECT n FROM total) <= {Most} AND {Where()}")}
            """;
        foreach (var filter in chosen) sql += $" UNION ALL {Ways(filter, $"(SELECT {Columns} FROM occasion o WHERE {Where(without: filter)} LIMIT {Most + 1}) AS o")}";
        var ways = (await db.Database.SqlQueryRaw<Way>(sql, [.. values]).ToListAsync(stop)).ToLookup(w => w.Asked);
        var total = (int)ways[Total].Single().Number;

        var counts = new Dictionary<(string, string), int>();
        foreach (var (filter, words, codes, _) in Counted)
        {
            var own = chosen.Contains(filter) ? filter : "";
            if ((own.Length == 0 ? total : ways[own].Sum(w => w.Number)) <= Most) Add(counts, filter, codes, ways[own].Select(w => (words(w), (int)w.Number)));
        }

        return (total, counts);
    }

    private static void Add(Dictionary<(string, string), int> counts, string filter, IReadOnlyList<string> codes, IEnumerable<(string Words, int Number)> ways)
    {
        foreach (var code in codes) counts[(filter, code)] = 0;
        foreach (var (words, number) in ways)
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) counts[(filter, word)] = counts.GetValueOrDefault((filter, word)) + number;
    }

    // An index holds these columns in this order: with nothing chosen, nothing is sorted and no row is opened.
    private static string Ways(string asked, string from) => $"""
        SELECT '{asked}' AS "Asked", o.kind AS "Kind", o.type AS "Type", o.cost AS "Cost", o.fields AS "Fields", o.audiences AS "Audiences", o.access AS "Access", COUNT(*) AS "Number"
        FROM {from} GROUP BY {Columns}
        """;

    private static (string, Func<Way, string>, IReadOnlyList<string>, bool) Alternatives(string filter, Func<Way, string> words) => (filter, words, OccasionFilter.Named(filter).Codes, true);
}
