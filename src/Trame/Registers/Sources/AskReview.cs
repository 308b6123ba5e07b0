using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary>Somebody wants to know what an import would change: a small file is answered at once, a long one is read outside the request and can be left and come back to, or stopped.</summary>
public sealed class AskReview(TrameDb db, Rights rights, ReviewImport review)
{
    /// <summary>Beyond, nobody should wait with a page open: some three thousand places.</summary>
    public const int AtOnceBytes = 1 << 20;

    /// <returns>The import that is or will be reviewed: another one when this one is applied.</returns>
    public async Task<Outcome<PlaceImport>> Handle(Guid id, Actor actor, CancellationToken stop)
    {
        var ready = await review.Prepare(id, actor, stop);
        if (!ready.Accepted) return ready;
        if (ready.Value.Size <= AtOnceBytes) return await review.Run(ready.Value, null, stop);
        // A reading under way is of what was understood before: it is asked for again, and begins again.
        await db.Set<ImportReview>().Where(r => r.ImportId == ready.Value.Id).ExecuteDeleteAsync(stop);
        db.Add(new ImportReview(ready.Value.Id, db.Now));
        var outcome = await db.Save(stop);
        return outcome.Accepted ? ready : outcome;
    }

    public async Task<Outcome> Cancel(Guid id, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SourceActs.Import)) return Refusal.NotAllowed;
        if (await db.FindAsync<ImportReview>([id], stop) is not { } asked) return Outcome.Done; // done meanwhile: nothing was written anyway
        if (asked.BegunAt is null || asked.Trouble.Length > 0) db.Remove(asked);
        else asked.Cancel(db.Now);
        return await db.Save(stop);
    }
}
