using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary>Works out what an import would change and keeps it to be read; nothing of the register moves.</summary>
public sealed class ReviewImport(TrameDb db, Rights rights, ImportPlaces places)
{
    public async Task<Outcome> Handle(Guid id, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SourceActs.Import)) return Refusal.NotAllowed;
        if (await db.Set<PlaceImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop) is not { } import) return Refusal.Gone;
        if (!import.HasFile) return new Refusal("sources.import.file-gone");
        if (!import.Map.Says("name")) return new Refusal("sources.import.no-name", "name");
        var keep = new KeepOutcomes(db, id);
        var tally = await places.Handle(import.File(), import.Request, write: false, outcome => { keep.Add(outcome); return Task.CompletedTask; }, (_, _) => { }, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await keep.Clear(stop);
        await keep.Flush(all: true, stop);
        var kept = await db.Set<PlaceImport>().FirstAsync(i => i.Id == id, stop);
        kept.Reviewed(tally!); // the good rows are kept: there is always a tally
        var outcome = await db.Save(stop);
        if (outcome.Accepted) await transaction.CommitAsync(stop);
        return outcome;
    }
}
