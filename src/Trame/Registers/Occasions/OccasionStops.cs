using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Registers.Territories;

namespace Trame.Registers.Occasions;

/// <summary>Keeps, for each round, the communes where it stops, in the transaction that changed it: so that a commune finds it through an index.</summary>
public sealed class OccasionStops : IOnSave
{
    private const int Batch = 500;

    // Only a round whose stops were said again, or that moved, is tied again: known before the save, needed after it.
    private readonly ConditionalWeakTable<TrameDb, List<Occasion>> _changed = [];

    public void Before(TrameDb db) => _changed.AddOrUpdate(db, [.. db.ChangeTracker.Entries<Occasion>()
        .Where(e => e.State == EntityState.Added ? e.Entity.Stops.Count > 0 : e.State == EntityState.Modified && (e.Property(o => o.Stops).IsModified || (e.Property(o => o.TerritoryId).IsModified && e.Entity.Stops.Count > 0)))
        .Select(e => e.Entity)]);

    public async Task After(TrameDb db, IReadOnlyList<SavedChange> changes, CancellationToken stop)
    {
        if (_changed.TryGetValue(db, out var changed) && changed.Count > 0) await Tie(db, changed, stop);
    }

    /// <summary>Ties every round again; for those who wrote rows in bulk, or named communes since. Says how many rounds there are.</summary>
    public async Task<long> RebuildAll(TrameDb db, CancellationToken stop)
    {
        await using var owned = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        await db.Set<OccasionStop>().ExecuteDeleteAsync(stop);
        var sql = $"SELECT o.* FROM occasion o WHERE o.stops <> '[]' AND o.id > {{0}} ORDER BY o.id LIMIT {Batch}";
        long count = 0;
        for (var last = Guid.Empty; ;)
        {
            var rounds = await db.Set<Occasion>().FromSqlRaw(sql, db.Stored(last)).AsNoTracking().ToListAsync(stop);
            if (rounds.Count == 0) break;
            await Tie(db, rounds, stop);
            (count, last) = (count + rounds.Count, rounds[^1].Id);
        }

        if (owned is not null) await owned.CommitAsync(stop);
        return count;
    }

    private static async Task Tie(TrameDb db, IReadOnlyList<Occasion> rounds, CancellationToken stop)
    {
        foreach (var round in rounds)
        {
            await db.Set<OccasionStop>().Where(s => s.OccasionId == round.Id).ExecuteDeleteAsync(stop);
            foreach (var territory in await Communes(db, round, stop))
                await db.Database.ExecuteSqlRawAsync("INSERT INTO occasion_stop (occasion_id, territory_id) VALUES ({0}, {1})", [db.Stored(round.Id), db.Stored(territory)], stop);
        }
    }

    // Homonyms bear the number of their department: those of the round's own are meant.
    private static async Task<IReadOnlyList<Guid>> Communes(TrameDb db, Occasion round, CancellationToken stop)
    {
        if (round.Stops.Count == 0) return [];
        var insee = await db.Set<TerritoryCode>().Where(c => c.TerritoryId == round.TerritoryId && c.Scheme == "insee").Select(c => c.Value).FirstOrDefaultAsync(stop) ?? "";
        var department = insee.Length < 5 ? "" : $"-{insee[..(insee.StartsWith("97", StringComparison.Ordinal) ? 3 : 2)].ToLowerInvariant()}";
        var named = round.Stops.Select(s => (Said: s.TerritoryId, Names: StopWhere.Names(s.Name).ToList())).ToList();
        var (ids, slugs) = (named.Select(n => n.Said).OfType<Guid>().Distinct().ToList(), named.SelectMany(n => n.Names).SelectMany(n => (string[])[n, n + department]).Distinct().ToList());
        var known = await db.Set<Territory>().IgnoreAutoIncludes().AsNoTracking().Where(t => ids.Contains(t.Id) || (t.Kind == TerritoryKind.Commune && slugs.Contains(t.Slug)))
            .Select(t => new { t.Id, t.Slug, t.Name, t.Kind }).ToListAsync(stop);
        var byName = known.Where(t => t.Kind == TerritoryKind.Commune).ToLookup(t => Slug.From(t.Name), t => t.Id);
        return [.. named.Select(n => known.Any(t => t.Id == n.Said) ? n.Said : n.Names.Select(name => byName[name].Select(id => (Guid?)id).FirstOrDefault()).FirstOrDefault(id => id is not null)).OfType<Guid>().Distinct()];
    }
}
