using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Registers.Occasions;

/// <summary>Keeps the full-text row of each occasion, in the transaction that changed it, its commune's name or its organisation's.</summary>
public sealed class OccasionSearch : IOnSave, IAfterBulk
{
    private const int Batch = 2_000;

    // A register is found by the names of its commune and organisation: who was renamed is known before the save, needed after it.
    private readonly ConditionalWeakTable<TrameDb, Renamed> _renamed = [];

    private sealed record Renamed(List<Guid> Territories, List<Guid> Organisations);

    public void Before(TrameDb db)
    {
        var territories = db.ChangeTracker.Entries<Territory>().Where(e => e.State == EntityState.Modified && e.Property(t => t.Name).IsModified).Select(e => e.Entity.Id).ToList();
        var organisations = db.ChangeTracker.Entries<Organisation>().Where(e => e.State == EntityState.Modified && e.Property(o => o.Name).IsModified).Select(e => e.Entity.Id).ToList();
        _renamed.AddOrUpdate(db, new Renamed(territories, organisations));
    }

    public async Task After(TrameDb db, IReadOnlyList<SavedChange> changes, CancellationToken stop)
    {
        var touched = changes.Where(c => c.Was is EntityState.Added or EntityState.Modified).Select(c => c.Entity).OfType<Occasion>().ToList();
        if (touched.Count > 0) await Index(db, touched, stop);
        if (!_renamed.TryGetValue(db, out var renamed) || renamed is { Territories.Count: 0, Organisations.Count: 0 }) return;
        var (territories, organisations) = renamed;
        var concerned = db.Set<Occasion>().Where(o => territories.Contains(o.TerritoryId) || (o.OrganisationId != null && organisations.Contains(o.OrganisationId.Value)));
        await IndexAll(db, concerned, static _ => { }, stop);
    }

    /// <summary>Writes the whole index again; for those who wrote rows in bulk. Says how many are done, from time to time.</summary>
    public async Task<long> RebuildAll(TrameDb db, Action<long> progress, CancellationToken stop)
    {
        var owned = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        if (db.Provider == Provider.Sqlite) await db.Database.ExecuteSqlRawAsync("INSERT INTO occasion_fts (occasion_fts) VALUES ('delete-all')", stop);
        var count = await IndexAll(db, db.Set<Occasion>(), progress, stop);
        if (owned is null) return count;
        await owned.CommitAsync(stop);
        await owned.DisposeAsync();
        return count;
    }

    Task IAfterBulk.Run(TrameDb db, CancellationToken stop) => RebuildAll(db, static _ => { }, stop);

    internal async Task Index(TrameDb db, IReadOnlyList<Occasion> occasions, CancellationToken stop)
    {
        if (occasions.Count == 0) return;
        var (calendar, now) = (SpaceCalendar.Of(db), db.Now);
        var territories = occasions.Select(o => o.TerritoryId).Distinct().ToList();
        var organisations = occasions.Select(o => o.OrganisationId).OfType<Guid>().Distinct().ToList();
        var communes = await db.Set<Territory>().Where(t => territories.Contains(t.Id)).Select(t => new { t.Id, t.Name }).ToDictionaryAsync(t => t.Id, t => t.Name, stop);
        var carriers = organisations.Count == 0 ? [] : await db.Set<Organisation>().Where(o => organisations.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        var rows = occasions.Select(o => SearchRow.Of(o, OpenWeek.Of(o, calendar, now), communes.GetValueOrDefault(o.TerritoryId, ""),
            o.OrganisationId is { } id ? carriers.GetValueOrDefault(id, "") : "")).ToList();
        if (db.Provider == Provider.Sqlite) await WriteSqlite(db, rows, stop);
        else await WritePostgres(db, rows, stop);
    }

    private async Task<long> IndexAll(TrameDb db, IQueryable<Occasion> which, Action<long> progress, CancellationToken stop)
    {
        long count = 0;
        for (var last = Guid.Empty; ;)
        {
            var after = last;
            var batch = await which.AsNoTracking().Where(o => o.Id > after).OrderBy(o => o.Id).Take(Batch).ToListAsync(stop);
            if (batch.Count == 0) return count;
            await Index(db, batch, stop);
            progress(count += batch.Count);
            last = batch[^1].Id;
        }
    }

    private static async Task WriteSqlite(TrameDb db, List<SearchRow> rows, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = "INSERT OR REPLACE INTO occasion_fts (rowid, words, tags) SELECT seq, $words, $tags FROM occasion WHERE id = $id";
        var (id, words, tags) = (command.CreateParameter(), command.CreateParameter(), command.CreateParameter());
        (id.ParameterName, words.ParameterName, tags.ParameterName) = ("$id", "$words", "$tags");
        command.Parameters.AddRange(new[] { id, words, tags });
        foreach (var row in rows)
        {
            (id.Value, words.Value, tags.Value) = (db.Stored(row.Id), row.Words, row.Tags);
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    private static Task WritePostgres(TrameDb db, List<SearchRow> rows, CancellationToken stop) => db.Database.ExecuteSqlRawAsync(
        "UPDATE occasion SET search = told.search::tsvector FROM unnest({0}, {1}) AS told (id, search) WHERE occasion.id = told.id",
        [rows.Select(r => r.Id).ToArray(), rows.Select(r => r.AsVector()).ToArray()], stop);
}
