using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary>Works out what an import would change and keeps it to be read; nothing of the register moves.</summary>
public sealed class ReviewImport(TrameDb db, Rights rights, ImportPlaces places)
{
    /// <returns>The import to review: another one when this one is applied.</returns>
    internal async Task<Outcome<PlaceImport>> Prepare(Guid id, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SourceActs.Import)) return Refusal.NotAllowed;
        if (await db.Set<PlaceImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop) is not { } import) return Refusal.Gone;
        if (!import.HasFile) return new Refusal("sources.import.file-gone");
        if (!import.Map.Says("name")) return new Refusal("sources.import.no-name", "name");
        import = import.ToWorkOn(db.Now, other => db.Add(other));
        (await db.Save(stop)).ThrowIfRefused();
        db.ChangeTracker.Clear();
        return import;
    }

    /// <param name="told">Told of how far it is, from 0 to 1, and of how many rows; null when nobody waits.</param>
    /// <returns>Refused as a conflict when somebody corrected the import meanwhile: what was worked out is of another map.</returns>
    internal async Task<Outcome<PlaceImport>> Run(PlaceImport import, Action<double, int>? told, CancellationToken stop)
    {
        var keep = new KeepOutcomes(db, import.Id);
        var pace = new ImportPace(import.Content(), told);
        var tally = await places.Handle(pace.File, import.Request, write: false, outcome => { stop.ThrowIfCancellationRequested(); keep.Add(Told(outcome)); return Task.CompletedTask; }, pace.Tell, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Set<PlaceImport>().Where(i => i.Id == import.Id).Select(i => i.Version).FirstOrDefaultAsync(stop) != import.Version) return Refusal.Conflict;
        await keep.Clear(stop);
        await keep.Flush(all: true, stop);
        var kept = await db.Set<PlaceImport>().FirstAsync(i => i.Id == import.Id, stop);
        kept.Reviewed(tally!); // the good rows are kept: there is always a tally
        var outcome = await db.Save(stop);
        if (!outcome.Accepted) return outcome;
        await transaction.CommitAsync(stop);
        return kept;
    }

    // A place that would be made does not exist yet.
    private static RowOutcome Told(RowOutcome outcome) => outcome.State == RowState.New ? outcome with { PlaceId = null, Version = null } : outcome;
}
