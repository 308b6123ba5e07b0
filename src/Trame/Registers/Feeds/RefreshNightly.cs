using NodaTime;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Feeds;

/// <summary>Every night, after what must be forgotten is, the calendars that are followed are read again in every space.</summary>
internal sealed class RefreshNightly(IServiceProvider services, SpaceDirectory directory, TimeProvider clock, ILogger<RefreshNightly> log) : BackgroundService
{
    private static readonly TimeSpan After = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(PurgeNightly.UntilNight(clock.GetUtcNow()) + After, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested) return;
            foreach (var space in directory.All()) await Refresh(space, stop);
        }
    }

    // One space that cannot be reached tonight must not keep the others from being read.
    private async Task Refresh(Space space, CancellationToken stop)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await SpaceScope.Enter(scope.ServiceProvider, space, Actor.Machine, stop);
            await scope.ServiceProvider.GetRequiredService<RefreshFeeds>().Handle(stop);
        }
        catch (Exception reason) when (SpaceDatabases.Failure(reason) is not null)
        {
            log.LogError(reason, "Calendars of space {Space} could not be read again; they will be tomorrow", space.Slug);
        }
    }
}
