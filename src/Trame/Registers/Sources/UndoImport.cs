using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Places;

namespace Trame.Registers.Sources;

/// <summary>
/// Takes a whole import back, in one transaction: what it brought is closed (nothing is deleted), what it said of others is unsaid, what it marked is unmarked.
/// A field that somebody changed since keeps what they said; a place that somebody touched since stays, and is counted.
/// </summary>
public sealed class UndoImport(TrameDb db, Rights rights)
{
    private const int Batch = 200;

    /// <param name="Kept">Places that somebody touched since: they stay as they are.</param>
    public sealed record Result(int TakenBack, int Kept);

    /// <summary>The import, when it can be taken back as the page showed it.</summary>
    internal async Task<Outcome<PlaceImport>> Ready(ApplyImport.Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SourceActs.Import)) return Refusal.NotAllowed;
        if (await db.Set<PlaceImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == request.ImportId, stop) is not { } import) return Refusal.Gone;
        if (import.Version != request.Version) return Refusal.Conflict;
        return import.State == ImportState.Applied ? import : new Refusal("sources.undo.not-applied");
    }

    /// <param name="told">Told of how far it is, from 0 to 1, and of how many rows; null when nobody waits.</param>
    public async Task<Outcome<Result>> Handle(ApplyImport.Request request, Actor actor, Action<double, int>? told, CancellationToken stop)
    {
        var ready = await Ready(request, actor, stop);
        if (!ready.Accepted) return ready.Plain;
        var import = ready.Value;
        var (taken, kept, done) = (0, 0, 0);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var numbers = await db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == import.Id && (r.State == RowState.New || r.State == RowState.Changed)).OrderBy(r => r.Number).Select(r => r.Number).ToListAsync(stop);
        foreach (var chunk in numbers.Chunk(Batch))
        {
            var rows = await db.Set<ImportRow>().Where(r => r.ImportId == import.Id && chunk.Contains(r.Number)).OrderBy(r => r.Number).ToListAsync(stop);
            var ids = rows.Select(r => r.PlaceId!.Value).ToList();
            var places = await db.Set<Place>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
            var history = (await db.Set<Revision>().AsNoTracking().Where(r => ids.Contains(r.SubjectId)).ToListAsync(stop)).ToLookup(r => (r.SubjectId, r.Version));
            foreach (var row in rows)
            {
                if (TakeBack(row, places[row.PlaceId!.Value], history[(row.PlaceId.Value, row.TakenVersion ?? 0)].FirstOrDefault(), import.Name)) taken++;
                else kept++;
            }

            db.Author = actor.As(Texts.Get("sources.undo.reason", import.Name));
            (await db.Save(stop)).ThrowIfRefused();
            await MayComeBack(import.Source, [.. rows.Where(r => r.State == RowState.New).Select(r => places[r.PlaceId!.Value]).Where(p => p.Status == OccasionStatus.Closed)], stop);
            db.ChangeTracker.Clear();
            done += chunk.Length;
            told?.Invoke((double)done / numbers.Count, done);
        }

        await Forget(import, stop);
        var undone = await db.Set<PlaceImport>().FirstAsync(i => i.Id == import.Id, stop);
        undone.Undone(db.Now);
        (await db.Save(stop)).ThrowIfRefused();
        await transaction.CommitAsync(stop);
        return new Result(taken, kept);
    }

    private bool TakeBack(ImportRow row, Place place, Revision? taken, string name)
    {
        var untouched = place.Version == row.TakenVersion;
        if (row.State == RowState.New) return untouched && place.Close(Texts.In("fr", "sources.undo.closed", name), db.Now).Accepted;
        if (taken is null) return false;
        place.TakeBack(taken, db.Now);
        return true;
    }

    private async Task MayComeBack(string source, List<Place> closed, CancellationToken stop)
    {
        var versions = closed.ToDictionary(p => p.Id, p => p.Version);
        var ids = versions.Keys.ToList();
        foreach (var seen in await db.Set<SourcePlace>().Where(s => s.Source == source && ids.Contains(s.PlaceId)).ToListAsync(stop)) seen.UndoneVersion = versions[seen.PlaceId];
        (await db.Save(stop)).ThrowIfRefused();
    }

    // What this import was the last to say of what its source no longer names.
    private Task Forget(PlaceImport import, CancellationToken stop) =>
        db.Set<SourcePlace>().Where(s => s.ImportId == import.Id && s.VanishedAt != null).ExecuteUpdateAsync(s => s.SetProperty(x => x.VanishedAt, (NodaTime.Instant?)null), stop);
}
