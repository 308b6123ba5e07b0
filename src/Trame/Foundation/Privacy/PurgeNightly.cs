using NodaTime;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Foundation.Privacy;

/// <summary>Every night, in every space, what was kept long enough is forgotten. Also soon after a start, for a machine that sleeps at night.</summary>
internal sealed class PurgeNightly(IServiceProvider services, SpaceDirectory directory, PurgeSpace purge, TimeProvider clock, ILogger<PurgeNightly> log) : BackgroundService
{
    private static readonly LocalTime Hour = new(3, 30);
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        var wait = AfterStart;
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(wait, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested) return;
            foreach (var space in directory.All()) await Purge(space, stop);
            wait = UntilNight(clock.GetUtcNow());
        }
    }

    internal static TimeSpan UntilNight(DateTimeOffset now)
    {
        var utc = Instant.FromDateTimeOffset(now).InUtc().LocalDateTime;
        var next = utc.TimeOfDay < Hour ? utc.Date + Hour : utc.Date.PlusDays(1) + Hour;
        return (next.InUtc().ToInstant() - Instant.FromDateTimeOffset(now)).ToTimeSpan();
    }

    // One space that cannot be reached tonight must not keep the others from being purged.
    private async Task Purge(Space space, CancellationToken stop)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await SpaceScope.Enter(scope.ServiceProvider, space, Actor.Machine, stop);
            var lines = await purge.Handle(scope.ServiceProvider.GetRequiredService<Data.TrameDb>(), dryRun: false, stop);
            log.LogInformation("Space {Space}: {Rows} rows were kept long enough and are forgotten", space.Slug, lines.Sum(l => l.Rows));
        }
        catch (Exception reason) when (SpaceDatabases.Failure(reason) is not null)
        {
            log.LogError(reason, "Space {Space} could not be purged; it will be tried again tomorrow", space.Slug);
        }
    }
}
