using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary>Does the long imports that wait in a space, the oldest first. Every second it says how far it is and looks whether somebody wants it to stop. A house that closes leaves the work as it was asked: it is begun again.</summary>
public sealed class RunImports(IServiceScopeFactory scopes, SpaceDatabases databases, ILogger<RunImports> log)
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, UnderWay> _underWay = new();

    /// <summary>How far an import is that this process works on; null when it does not.</summary>
    public (double Part, int Rows)? Far(Guid import) => _underWay.TryGetValue(import, out var work) ? (work.Part, work.Rows) : null;

    /// <returns>False when this process does not work on it.</returns>
    public bool Stop(Guid import)
    {
        if (!_underWay.TryGetValue(import, out var work)) return false;
        work.IsUnwanted = true;
        return true;
    }

    public async Task Handle(Space space, CancellationToken stop)
    {
        while (await Next(space, stop) is { } asked) await One(space, asked, stop);
    }

    private async Task<ImportWork?> Next(Space space, CancellationToken stop)
    {
        await using var db = databases.Open(space);
        await db.Set<ImportWork>().Where(r => r.CancelledAt != null).ExecuteDeleteAsync(stop); // stopped while the house was closing
        if (await db.Set<ImportWork>().Where(r => r.Trouble == "").OrderBy(r => r.AskedAt).FirstOrDefaultAsync(stop) is not { } asked) return null;
        asked.Begin(db.Now);
        await db.Save(stop);
        return asked;
    }

    private async Task One(Space space, ImportWork asked, CancellationToken stop)
    {
        using var work = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var far = _underWay[asked.ImportId] = new UnderWay();
        try
        {
            var working = Task.Run(() => Do(space, asked, far, work.Token), work.Token);
            while (await Task.WhenAny(working, Task.Delay(Breath, stop)) != working)
            {
                stop.ThrowIfCancellationRequested();
                if (far.IsUnwanted || !await Tell(space, asked, far, stop)) await work.CancelAsync();
            }

            await Settle(space, asked, working, stop);
        }
        finally
        {
            _underWay.TryRemove(asked.ImportId, out _);
        }
    }

    /// <returns>Whether it is still wanted.</returns>
    private async Task<bool> Tell(Space space, ImportWork asked, UnderWay far, CancellationToken stop)
    {
        if (asked.Step != ImportStep.Review && space.Provider == Provider.Sqlite) return true; // one writer at a time: the import itself. Pages ask this process
        await using var db = databases.Open(space);
        var kept = await db.FindAsync<ImportWork>([asked.ImportId], stop);
        kept?.Tell(far.Part, far.Rows, db.Now);
        await db.Save(stop);
        return kept is { CancelledAt: null };
    }

    private async Task<Outcome> Do(Space space, ImportWork asked, UnderWay far, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, space, Actor.Machine, stop);
        var (services, request) = (scope.ServiceProvider, new ApplyImport.Request(asked.ImportId, asked.Version));
        return asked.Step switch
        {
            ImportStep.Apply => await services.GetRequiredService<ApplyImport>().Handle(request, asked.By, far.Tell, stop),
            ImportStep.Undo => (await services.GetRequiredService<UndoImport>().Handle(request, asked.By, far.Tell, stop)).Plain,
            _ => await Review(services, asked.ImportId, far, stop),
        };
    }

    private static async Task<Outcome> Review(IServiceProvider services, Guid id, UnderWay far, CancellationToken stop)
    {
        var import = await services.GetRequiredService<TrameDb>().Set<PlaceImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop);
        return import is null || !import.HasFile ? Refusal.Gone : (await services.GetRequiredService<ReviewImport>().Run(import, far.Tell, stop)).Plain;
    }

    // Done or stopped: forgotten. A review of what somebody corrected meanwhile waits again; what was to be written says so instead. Broken: it says so, and does not turn round and round.
    private async Task Settle(Space space, ImportWork asked, Task<Outcome> working, CancellationToken stop)
    {
        var (again, trouble) = (false, "");
        try
        {
            var changed = (await working).Refusals.Contains(Refusal.Conflict);
            again = changed && asked.Step == ImportStep.Review;
            if (changed && !again) trouble = "sources.wait.changed";
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // somebody stopped it
        }
        catch (Exception reason) when (reason is not OperationCanceledException)
        {
            // whatever broke in one file must not keep the others waiting: it is logged, and its page says so
            log.LogError(reason, "Import {Import} could not be done ({Step}) in space {Space}", asked.ImportId, asked.Step, space.Slug);
            trouble = "sources.wait.broken";
        }

        await using var db = databases.Open(space);
        if (await db.FindAsync<ImportWork>([asked.ImportId], stop) is not { } kept) return;
        if (trouble.Length > 0) kept.Fail(trouble);
        else if (!again || kept.CancelledAt is not null) db.Remove(kept);
        await db.Save(stop);
    }

    private sealed class UnderWay
    {
        private volatile Tuple<double, int> _far = new(0, 0);
        private volatile bool _isUnwanted;

        public double Part => _far.Item1;
        public int Rows => _far.Item2;

        public bool IsUnwanted
        {
            get => _isUnwanted;
            set => _isUnwanted = value;
        }

        public void Tell(double part, int rows) => _far = new(part, rows);
    }
}
