using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary>Works out what an import would change and keeps it to be read; nothing of the register moves.</summary>
public sealed class ReviewImport(TrameDb db, Rights rights, ImportPlaces places)
{
    /// <returns>The import that was reviewed: another one when this one is applied.</returns>
    public async Task<Outcome<PlaceImport>> Handle(Guid id, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SourceActs.Import)) return Refusal.NotAllowed;
        if (await db.Set<PlaceImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop) is not { } import) return Refusal.Gone;
        if (!import.HasFile) return new Refusal("sources.import.file-gone");
        if (!import.Map.Says("name")) return new Refusal("sources.import.no-name", "name");
        import = import.ToWorkOn(db.Now, other => db.Add(other));
        (await db.Save(stop)).ThrowIfRefused();
        db.ChangeTracker.Clear();
        id = import.Id;
        var keep = new KeepOutcomes(db, id);
        var tally = await places.Handle(import.File(), import.Request, write: false, outcome => { keep.Add(Told(outcome)); return Task.CompletedTask; }, (_, _) => { }, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await keep.Clear(stop);
        await keep.Flush(all: true, stop);
        var kept = await db.Set<PlaceImport>().FirstAsync(i => i.Id == id, stop);
        kept.Reviewed(tally!); // the good rows are kept: there is always a tally
        var outcome = await db.Save(stop);
        if (!outcome.Accepted) return outcome;
        await transaction.CommitAsync(stop);
        return kept;
    }

    // A place that would be made does not exist yet.
    private static RowOutcome Told(RowOutcome outcome) => outcome.State == RowState.New ? outcome with { PlaceId = null, Version = null } : outcome;
}
