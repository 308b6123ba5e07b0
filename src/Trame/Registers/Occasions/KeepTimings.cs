using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Every hour, in every space: what is over makes room for what comes next.</summary>
internal sealed class KeepTimings(SpaceDirectory spaces, SpaceDatabases databases, RefreshTimings refresh, Readiness readiness, TimeProvider clock, ILogger<KeepTimings> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                if (!readiness.IsReady) continue;
                foreach (var space in spaces.All()) await Refresh(space, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // the house closes: the rest is done an hour after it opens again
        }
    }

    private async Task Refresh(Space space, CancellationToken stop)
    {
        try
        {
            await using var db = databases.Open(space);
            await refresh.Handle(db, stop);
        }
        catch (Exception reason) when (SpaceDatabases.Failure(reason) is not null)
        {
            log.LogError(reason, "The times of space {Space} could not be refreshed; trying again in an hour", space.Slug); // one space's database must not stop the others'
        }
    }
}
