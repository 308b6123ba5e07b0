using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary>Takes an import into the register: all of its good rows, what the source no longer names, and the memory of both, in one transaction.</summary>
public sealed class ApplyImport(TrameDb db, Rights rights, ImportPlaces places, TakePlaces take)
{
    /// <param name="Version">The import as the page showed it: what somebody changed meanwhile refuses this one.</param>
    public sealed record Request(Guid ImportId, int Version);

    /// <summary>The import, when it can be taken in as the page showed it.</summary>
    internal async Task<Outcome<PlaceImport>> Ready(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SourceActs.Import)) return Refusal.NotAllowed;
        if (await db.Set<PlaceImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == request.ImportId, stop) is not { } import) return Refusal.Gone;
        if (import.Version != request.Version) return Refusal.Conflict;
        if (!import.HasFile) return new Refusal("sources.import.file-gone");
        if (!import.Map.Says("name")) return new Refusal("sources.import.no-name", "name");
        return import;
    }

    /// <param name="told">Told of how far it is, from 0 to 1, and of how many rows; null when nobody waits.</param>
    public async Task<Outcome> Handle(Request request, Actor actor, Action<double, int>? told, CancellationToken stop)
    {
        var ready = await Ready(request, actor, stop);
        if (!ready.Accepted) return ready.Plain;
        var pace = new ImportPace(ready.Value.Content(), told);
        await Run(ready.Value, pace.File, ready.Value.Request, actor, pace.Tell, _ => stop.ThrowIfCancellationRequested(), stop);
        return Outcome.Done;
    }

    /// <returns>Null when a row is wrong and the good ones were not to be kept.</returns>
    internal async Task<ImportTally?> Run(PlaceImport import, PlaceFile file, ImportRequest request, Actor actor, Action<string, long> progress, Action<RowOutcome> told, CancellationToken stop)
    {
        db.Author = actor.As(Texts.Get("sources.import.reason", import.Name));
        var keep = new KeepOutcomes(db, import.Id);
        return await places.Handle(file, request, write: true, async outcome =>
        {
            told(outcome);
            keep.Add(outcome);
            if (db.Database.CurrentTransaction is not null) await keep.Flush(all: false, stop);
        }, progress, stop, async tally =>
        {
            await keep.Flush(all: true, stop);
            await Remember(import.Id, request.Source, stop);
            await Settle(import, tally, stop);
        }, () => Open(import, keep, stop));
    }

    private async Task Open(PlaceImport import, KeepOutcomes keep, CancellationToken stop)
    {
        if (!await db.Set<PlaceImport>().AnyAsync(i => i.Id == import.Id, stop))
        {
            db.Add(import);
            (await db.Save(stop)).ThrowIfRefused();
            db.ChangeTracker.Clear();
        }

        await keep.Clear(stop);
    }

    private async Task Settle(PlaceImport import, ImportTally tally, CancellationToken stop)
    {
        var kept = await db.Set<PlaceImport>().FirstAsync(i => i.Id == import.Id, stop);
        kept.Applied(tally, db.Now);
        (await db.Save(stop)).ThrowIfRefused();
        db.ChangeTracker.Clear();
    }

    // What each source names, and since when it no longer does: what the next edition is compared with.
    private async Task Remember(Guid importId, string source, CancellationToken stop)
    {
        var now = db.Now;
        var gone = (await db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == importId && r.State == RowState.Vanished).Select(r => r.PlaceId!.Value).ToListAsync(stop)).ToHashSet();
        var known = await db.Set<SourcePlace>().AsNoTracking().Where(s => s.Source == source).Select(s => s.PlaceId).ToHashSetAsync(stop);
        foreach (var chunk in take.Seen.Concat(gone).Chunk(500))
        {
            var rows = await db.Set<SourcePlace>().Where(s => s.Source == source && chunk.Contains(s.PlaceId)).ToListAsync(stop);
            foreach (var row in rows) Mark(row, importId, gone.Contains(row.PlaceId), now);
            foreach (var id in chunk.Where(id => !known.Contains(id)))
            {
                var row = new SourcePlace(source, id, importId, now);
                Mark(row, importId, gone.Contains(id), now);
                db.Add(row);
            }

            (await db.Save(stop)).ThrowIfRefused();
            db.ChangeTracker.Clear();
        }
    }

    private static void Mark(SourcePlace row, Guid importId, bool isGone, Instant now)
    {
        if (isGone) row.Vanish(importId, now); else row.Seen(importId, now);
    }
}
