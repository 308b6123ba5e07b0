using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

/// <summary>How many a search finds, and how many each word of the main filters would leave, in one statement. Counting stops at 10,000.</summary>
internal static class OccasionCounts
{
    // Alternatives of one filter are counted as if nothing of that filter were chosen: what would I find if I chose this one too?
    private static readonly (string Filter, string Column)[] Main = [("nature", "kind"), ("type", "type"), ("domaine", "fields"), ("public", "audiences"), ("acces", "access")];

    private sealed class Line
    {
        public string Name { get; init; } = "";
        public string Words { get; init; } = "";
        public long Number { get; init; }
    }

    public static async Task<(int Total, IReadOnlyDictionary<(string, string), int> Counts)> Of(TrameDb db, OccasionQuery q, SearchContext known, CancellationToken stop)
    {
        var where = new OccasionWhere(db).Add(q, known);
        List<string> found = [Found("found", $"{where}")];
        List<string> lines = ["SELECT 'total' AS \"Name\", '' AS \"Words\", COUNT(*) AS \"Number\" FROM found", Group("gratuit", "cost", "found")];
        foreach (var (filter, column) in Main)
        {
            var chosen = filter != "acces" && OccasionFilter.Named(filter).Chosen(q).Count > 0;
            if (chosen) found.Add(Found($"found_{column}", $"{new OccasionWhere(db, where.Values).Add(q, known, without: filter)}"));
            lines.Add(Group(filter, column, chosen ? $"found_{column}" : "found"));
        }

        var sql = $"WITH {string.Join(", ", found)} {string.Join(" UNION ALL ", lines)}";
        var counted = await db.Database.SqlQueryRaw<Line>(sql, [.. where.Values]).ToListAsync(stop);
        var counts = counted.Where(l => l.Name != "total").SelectMany(l => l.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => (l.Name, Word: w, l.Number)))
            .GroupBy(c => (c.Name, c.Word)).ToDictionary(g => g.Key, g => (int)g.Sum(c => c.Number));
        return ((int)counted.Where(l => l.Name == "total").Sum(l => l.Number), counts);
    }

    private static string Found(string name, string where) =>
        $"{name} AS MATERIALIZED (SELECT o.kind, o.type, o.cost, o.fields, o.audiences, o.access FROM occasion o WHERE {where} LIMIT {OccasionResult.MostCounted + 1})";

    private static string Group(string filter, string column, string from) =>
        $"SELECT '{filter}' AS \"Name\", {column} AS \"Words\", COUNT(*) AS \"Number\" FROM {from} GROUP BY {column}";
}
