using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary>Does the reviews that wait in a space, the oldest first. Every second it writes how far it is and looks whether somebody wants it to stop. A house that closes leaves the review as it was asked: it is begun again.</summary>
public sealed class RunReviews(IServiceScopeFactory scopes, SpaceDatabases databases, ILogger<RunReviews> log)
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    public async Task Handle(Space space, CancellationToken stop)
    {
        while (await Next(space, stop) is { } import) await One(space, import, stop);
    }

    private async Task<Guid?> Next(Space space, CancellationToken stop)
    {
        await using var db = databases.Open(space);
        await db.Set<ImportReview>().Where(r => r.CancelledAt != null).ExecuteDeleteAsync(stop); // stopped while the house was closing
        if (await db.Set<ImportReview>().Where(r => r.Trouble == "").OrderBy(r => r.AskedAt).FirstOrDefaultAsync(stop) is not { } asked) return null;
        asked.Begin(db.Now);
        await db.Save(stop);
        return asked.ImportId;
    }

    private async Task One(Space space, Guid import, CancellationToken stop)
    {
        using var work = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var far = (Part: 0.0, Rows: 0);
        var reading = Task.Run(() => Read(space, import, (part, rows) => far = (part, rows), work.Token), work.Token);
        while (await Task.WhenAny(reading, Task.Delay(Breath, stop)) != reading)
        {
            stop.ThrowIfCancellationRequested();
            await using var db = databases.Open(space);
            var asked = await db.FindAsync<ImportReview>([import], stop);
            asked?.Tell(far.Part, far.Rows, db.Now);
            if (asked is null or { CancelledAt: not null }) await work.CancelAsync();
            await db.Save(stop);
        }

        await Settle(space, import, reading, stop);
    }

    private async Task<Outcome> Read(Space space, Guid id, Action<double, int> told, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, space, Actor.Machine, stop);
        var import = await scope.ServiceProvider.GetRequiredService<TrameDb>().Set<PlaceImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop);
        return import is null || !import.HasFile ? Refusal.Gone : (await scope.ServiceProvider.GetRequiredService<ReviewImport>().Run(import, told, stop)).Plain;
    }

    // Done or cancelled: forgotten. Corrected meanwhile: it waits again. Broken: it says so, and does not turn round and round.
    private async Task Settle(Space space, Guid import, Task<Outcome> reading, CancellationToken stop)
    {
        var (again, trouble) = (false, "");
        try
        {
            var outcome = await reading;
            again = outcome.Refusals.Contains(Refusal.Conflict);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // somebody stopped it
        }
        catch (Exception reason) when (reason is not OperationCanceledException)
        {
            // whatever broke in one file must not keep the others waiting: it is logged, and its page says so
            log.LogError(reason, "The review of import {Import} in space {Space} could not be done", import, space.Slug);
            trouble = "sources.wait.broken";
        }

        await using var db = databases.Open(space);
        if (await db.FindAsync<ImportReview>([import], stop) is not { } asked) return;
        if (trouble.Length > 0) asked.Fail(trouble);
        else if (!again || asked.CancelledAt is not null) db.Remove(asked);
        await db.Save(stop);
    }
}
