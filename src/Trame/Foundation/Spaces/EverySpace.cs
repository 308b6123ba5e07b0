using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Foundation.Spaces;

/// <summary>Work that comes back in every space, at a pace. A space whose database does not answer keeps the others from nothing; it is tried again at the next turn.</summary>
public abstract class EverySpace(SpaceDirectory spaces, SpaceDatabases databases, Readiness readiness, TimeProvider clock, ILogger log, TimeSpan pace) : BackgroundService
{
    /// <summary>For work that needs the database only.</summary>
    protected virtual Task Work(TrameDb db, CancellationToken stop) => throw new NotSupportedException($"{GetType().Name} says neither how it works in a space nor in a database.");

    protected virtual Task Work(Space space, TrameDb db, CancellationToken stop) => Work(db, stop);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(pace, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                if (!readiness.IsReady) continue;
                var closed = readiness.Closed.Select(s => s.Slug).ToHashSet(); // they are asked again elsewhere, and open when they answer
                foreach (var space in spaces.All().Where(s => !closed.Contains(s.Slug))) await Work(space, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // the house closes: what is left is done after it opens again
        }
    }

    private async Task Work(Space space, CancellationToken stop)
    {
        try
        {
            await using var db = databases.Open(space);
            await Work(space, db, stop);
        }
        catch (Exception reason) when (SpaceDatabases.Failure(reason) is not null)
        {
            log.LogError(reason, "{Work} could not be done in space {Space}; trying again in {Pace}", GetType().Name, space.Slug, pace);
        }
    }
}
