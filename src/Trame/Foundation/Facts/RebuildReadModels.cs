using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Foundation.Facts;

/// <summary>Recomputes every read model from the journal alone, and says the fingerprint of what it wrote: the same facts give the same bytes.</summary>
public sealed class RebuildReadModels
{
    // A corrected fact no longer counts; both places and subjects are counted, once each.
    internal const string FactsBySubject = """
        SELECT subject_id AS subject, kind, "count", "at" FROM fact f WHERE subject_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM fact c WHERE c.corrects = f.id)
        UNION ALL
        SELECT place_id AS subject, kind, "count", "at" FROM fact f WHERE place_id IS NOT NULL AND (subject_id IS NULL OR subject_id <> place_id) AND NOT EXISTS (SELECT 1 FROM fact c WHERE c.corrects = f.id)
        """;

    public sealed record Result(long Facts, string Fingerprint);

    public async Task<Result> Handle(TrameDb db, CancellationToken stop)
    {
        var month = db.Provider == Provider.Sqlite
            ? "CAST(strftime('%Y%m', \"at\" / 1000, 'unixepoch') AS INTEGER)"
            : "CAST(to_char(\"at\" AT TIME ZONE 'UTC', 'YYYYMM') AS integer)";
        var tally = $"""
            INSERT INTO fact_tally (territory_id, month, kind, channel, facts, people)
            SELECT territory_id, {month}, kind, channel, COUNT(*), COALESCE(SUM("count"), 0) FROM fact f
            WHERE NOT EXISTS (SELECT 1 FROM fact c WHERE c.corrects = f.id) GROUP BY 1, 2, 3, 4
            """;
        var subjects = $"""
            INSERT INTO subject_tally (subject_id, kind, facts, people, last_at)
            SELECT subject, kind, COUNT(*), COALESCE(SUM("count"), 0), MAX("at") FROM ({FactsBySubject}) AS told GROUP BY subject, kind
            """;
        const string territories = "INSERT INTO territory_tally (territory_id, kind, facts, people) SELECT territory_id, kind, SUM(facts), SUM(people) FROM fact_tally GROUP BY 1, 2";
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var sql in (string[])["DELETE FROM fact_tally", "DELETE FROM territory_tally", "DELETE FROM subject_tally", tally, territories, subjects]) await db.Database.ExecuteSqlRawAsync(sql, stop);
        var facts = await db.Set<Fact>().LongCountAsync(stop);
        var fingerprint = await Fingerprint(db, stop);
        await transaction.CommitAsync(stop);
        return new Result(facts, fingerprint);
    }

    /// <summary>SHA-256 of every row of the read models in the order of their keys.</summary>
    public static async Task<string> Fingerprint(TrameDb db, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var tallies = db.Set<FactTally>().AsNoTracking().OrderBy(t => t.TerritoryId).ThenBy(t => t.Month).ThenBy(t => t.Kind).ThenBy(t => t.Channel);
        await foreach (var t in tallies.AsAsyncEnumerable().WithCancellation(stop))
            hash.AppendData(Encoding.UTF8.GetBytes($"{t.TerritoryId:N};{t.Month};{t.Kind};{EnumWords.Write(t.Channel)};{t.Facts};{t.People}\n"));
        await foreach (var t in db.Set<TerritoryTally>().AsNoTracking().OrderBy(t => t.TerritoryId).ThenBy(t => t.Kind).AsAsyncEnumerable().WithCancellation(stop))
            hash.AppendData(Encoding.UTF8.GetBytes($"{t.TerritoryId:N};{t.Kind};{t.Facts};{t.People}\n"));
        await foreach (var s in db.Set<SubjectTally>().AsNoTracking().OrderBy(s => s.SubjectId).ThenBy(s => s.Kind).AsAsyncEnumerable().WithCancellation(stop))
            hash.AppendData(Encoding.UTF8.GetBytes($"{s.SubjectId:N};{s.Kind};{s.Facts};{s.People};{s.LastAt.ToUnixTimeMilliseconds()}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
