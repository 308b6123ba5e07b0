using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary>Somebody wants to know what an import would change, to take it in or to take it back: a small file is done at once, a long one outside the request, and can be left and come back to, or stopped.</summary>
public sealed class AskImport(TrameDb db, Rights rights, ReviewImport review, ApplyImport apply, UndoImport undo, RunImports runs)
{
    /// <summary>Beyond, nobody should wait with a page open: some three thousand places.</summary>
    public const int AtOnceBytes = 1 << 20;

    /// <returns>The import that is or will be reviewed: another one when this one is applied.</returns>
    public async Task<Outcome<PlaceImport>> Review(Guid id, Actor actor, CancellationToken stop)
    {
        var ready = await review.Prepare(id, actor, stop);
        if (!ready.Accepted) return ready;
        if (ready.Value.Size <= AtOnceBytes) return await review.Run(ready.Value, null, stop);
        var outcome = await Later(ready.Value, ImportStep.Review, actor, stop);
        return outcome.Accepted ? ready : outcome;
    }

    /// <returns>Whether it is in; otherwise it will be.</returns>
    public async Task<Outcome<bool>> Apply(ApplyImport.Request request, Actor actor, CancellationToken stop)
    {
        var ready = await apply.Ready(request, actor, stop);
        if (!ready.Accepted) return ready.Plain;
        var atOnce = ready.Value.Size <= AtOnceBytes;
        var outcome = atOnce ? await apply.Handle(request, actor, null, stop) : await Later(ready.Value, ImportStep.Apply, actor, stop);
        return outcome.Accepted ? atOnce : outcome;
    }

    /// <returns>Whether it is taken back, and then how many records; otherwise it will be.</returns>
    public async Task<Outcome<(bool Now, UndoImport.Result Result)>> Undo(ApplyImport.Request request, Actor actor, CancellationToken stop)
    {
        var ready = await undo.Ready(request, actor, stop);
        if (!ready.Accepted) return ready.Plain;
        if (ready.Value.Size > AtOnceBytes) return await Later(ready.Value, ImportStep.Undo, actor, stop) is { Accepted: false } refused ? refused : (false, new UndoImport.Result(0, 0));
        var undone = await undo.Handle(request, actor, null, stop);
        return undone.Accepted ? (true, undone.Value) : undone.Plain;
    }

    public async Task<Outcome> Cancel(Guid id, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SourceActs.Import)) return Refusal.NotAllowed;
        if (runs.Stop(id)) return Outcome.Done;
        if (await db.FindAsync<ImportWork>([id], stop) is not { } asked) return Outcome.Done; // done meanwhile
        if (asked.BegunAt is null || asked.Trouble.Length > 0) db.Remove(asked);
        else asked.Cancel(db.Now);
        return await db.Save(stop);
    }

    // A reading under way is of what was understood before: it is asked for again, and begins again.
    private async Task<Outcome> Later(PlaceImport import, ImportStep step, Actor actor, CancellationToken stop)
    {
        await db.Set<ImportWork>().Where(r => r.ImportId == import.Id).ExecuteDeleteAsync(stop);
        db.Add(new ImportWork(import.Id, step, import.Version, actor, db.Now));
        return await db.Save(stop);
    }
}
