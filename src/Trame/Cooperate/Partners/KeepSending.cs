using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Cooperate.Partners;

/// <summary>Every quarter of a minute, in every space: what waits to be told is told.</summary>
internal sealed class KeepSending(SpaceDirectory spaces, SpaceDatabases databases, SendWebhooks send, Readiness readiness, TimeProvider clock, ILogger<KeepSending> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                if (!readiness.IsReady) continue;
                foreach (var space in spaces.All()) await Send(space, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // the house closes: the outbox keeps what waits
        }
    }

    private async Task Send(Space space, CancellationToken stop)
    {
        try
        {
            await using var db = databases.Open(space);
            await send.Handle(db, stop);
        }
        catch (Exception reason) when (SpaceDatabases.Failure(reason) is not null)
        {
            log.LogError(reason, "The messages of space {Space} could not be sent; trying again soon", space.Slug); // one space's database must not stop the others'
        }
    }
}
