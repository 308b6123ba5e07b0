using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Foundation.Facts;

/// <summary>Keeps the read models of the journal: each new fact is added, the one it corrects is taken off. <see cref="RebuildReadModels"/> gives the same rows.</summary>
internal sealed class FactTallies : IOnSave
{
    public async Task After(TrameDb db, IReadOnlyList<SavedChange> changes, CancellationToken stop)
    {
        var added = changes.Where(c => c.Was == EntityState.Added).Select(c => c.Entity).OfType<Fact>().ToList();
        if (added.Count == 0) return;
        var replaced = added.Where(f => f.Corrects is not null).Select(f => f.Corrects!.Value).ToList();
        var taken = replaced.Count == 0 ? [] : await db.Set<Fact>().AsNoTracking().Where(f => replaced.Contains(f.Id)).ToListAsync(stop);
        var lines = added.Select(f => (Fact: f, Sign: 1)).Concat(taken.Select(f => (Fact: f, Sign: -1))).ToList();
        foreach (var line in lines.GroupBy(x => (x.Fact.TerritoryId, Month: Month(x.Fact), x.Fact.Kind, x.Fact.Channel)))
            await Add(db, line.Key.TerritoryId, line.Key.Month, line.Key.Kind, line.Key.Channel, line.Sum(x => x.Sign), line.Sum(x => (long)x.Sign * (x.Fact.Count ?? 0)), stop);
        foreach (var line in lines.GroupBy(x => (x.Fact.TerritoryId, x.Fact.Kind)))
            await AddToTerritory(db, line.Key.TerritoryId, line.Key.Kind, line.Sum(x => x.Sign), line.Sum(x => (long)x.Sign * (x.Fact.Count ?? 0)), stop);
        foreach (var territory in taken.Select(f => f.TerritoryId).Distinct()) await DropEmpty(db, territory, stop);
        var recounted = taken.Concat(added.Where(f => f.Corrects is not null)).SelectMany(Subjects).ToHashSet();
        foreach (var subject in added.SelectMany(f => Subjects(f).Select(s => (Subject: s, Fact: f))).Where(x => !recounted.Contains(x.Subject)).GroupBy(x => x.Subject, x => x.Fact))
            await AddToSubject(db, subject.Key.Id, subject.Key.Kind, subject.Count(), subject.Sum(f => (long)(f.Count ?? 0)), subject.Max(f => f.At), stop);
        foreach (var (id, kind) in recounted) await Recount(db, id, kind, stop);
    }

    public static int Month(Fact fact)
    {
        var utc = fact.At.InUtc();
        return (utc.Year * 100) + utc.Month;
    }

    private static IEnumerable<(Guid Id, string Kind)> Subjects(Fact fact)
    {
        if (fact.SubjectId is { } subject) yield return (subject, fact.Kind);
        if (fact.PlaceId is { } place && place != fact.SubjectId) yield return (place, fact.Kind);
    }

    private static Task Add(TrameDb db, Guid territory, int month, string kind, Channel channel, long facts, long people, CancellationToken stop) => db.Database.ExecuteSqlRawAsync("""
        INSERT INTO fact_tally (territory_id, month, kind, channel, facts, people) VALUES ({0}, {1}, {2}, {3}, {4}, {5})
        ON CONFLICT (territory_id, month, kind, channel) DO UPDATE SET facts = fact_tally.facts + excluded.facts, people = fact_tally.people + excluded.people
        """, [db.Stored(territory), month, kind, EnumWords.Write(channel), facts, people], stop);

    private static Task AddToTerritory(TrameDb db, Guid territory, string kind, long facts, long people, CancellationToken stop) => db.Database.ExecuteSqlRawAsync("""
        INSERT INTO territory_tally (territory_id, kind, facts, people) VALUES ({0}, {1}, {2}, {3})
        ON CONFLICT (territory_id, kind) DO UPDATE SET facts = territory_tally.facts + excluded.facts, people = territory_tally.people + excluded.people
        """, [db.Stored(territory), kind, facts, people], stop);

    // Only a correction can empty a line; looking for one at every save would read the whole table.
    private static async Task DropEmpty(TrameDb db, Guid territory, CancellationToken stop)
    {
        await db.Database.ExecuteSqlRawAsync("DELETE FROM fact_tally WHERE territory_id = {0} AND facts = 0", [db.Stored(territory)], stop);
        await db.Database.ExecuteSqlRawAsync("DELETE FROM territory_tally WHERE territory_id = {0} AND facts = 0", [db.Stored(territory)], stop);
    }

    private static Task AddToSubject(TrameDb db, Guid subject, string kind, long facts, long people, NodaTime.Instant last, CancellationToken stop) => db.Database.ExecuteSqlRawAsync("""
        INSERT INTO subject_tally (subject_id, kind, facts, people, last_at) VALUES ({0}, {1}, {2}, {3}, {4})
        ON CONFLICT (subject_id, kind) DO UPDATE SET facts = subject_tally.facts + excluded.facts, people = subject_tally.people + excluded.people,
          last_at = CASE WHEN excluded.last_at > subject_tally.last_at THEN excluded.last_at ELSE subject_tally.last_at END
        """, [db.Stored(subject), kind, facts, people, db.Stored(last)], stop);

    // After a correction the subject is recounted from the journal: its last date cannot be taken off by subtraction.
    private static async Task Recount(TrameDb db, Guid subject, string kind, CancellationToken stop)
    {
        var key = db.Stored(subject);
        await db.Database.ExecuteSqlRawAsync("DELETE FROM subject_tally WHERE subject_id = {0} AND kind = {1}", [key, kind], stop);
        var count = $"""
            INSERT INTO subject_tally (subject_id, kind, facts, people, last_at)
            SELECT subject, kind, COUNT(*), COALESCE(SUM("count"), 0), MAX("at") FROM ({RebuildReadModels.FactsBySubject}) AS told
            WHERE subject = {"{0}"} AND kind = {"{1}"} GROUP BY subject, kind
            """;
        await db.Database.ExecuteSqlRawAsync(count, [key, kind], stop);
    }
}
