using Trame.Foundation.Spaces;

namespace Trame.Foundation.Web;

/// <summary>
/// Opens the house: every space migrated, then the tasks of a start. The server answers meanwhile that it is preparing. A space whose database does not answer is closed,
/// alone, until it does.
/// </summary>
internal sealed class Preparation(IServiceProvider services, SpaceDirectory spaces, SpaceDatabases databases, PrepareSpace prepare, Readiness readiness, IHostApplicationLifetime lifetime, ILogger<Preparation> log) : BackgroundService
{
    /// <summary>How long a closed space waits before its database is asked again.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            foreach (var space in spaces.All()) await Open(space, stop);
            foreach (var task in Tasks()) await task.Run([.. spaces.All().Where(readiness.IsOpen)], stop); // asked again each time: one of them makes the first space
            readiness.Ready();
            // A first start reads the country's list of communes and writes a demonstration: what that needed is given back to the machine, once.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            await Reopen(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // stopped while preparing: what was prepared is kept, the rest is done at the next start
        }
        catch (Exception reason)
        {
            // whatever broke, the operator reads it in one line and the process ends with an error, instead of a server that never gets ready
            log.LogCritical(reason, "Trame could not prepare");
            await Console.Error.WriteLineAsync($"trame: {reason.Message}");
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private IEnumerable<IPrepare> Tasks() => services.GetServices<IPrepare>().OrderBy(t => t.Order);

    private async Task Open(Space space, CancellationToken stop)
    {
        if (await databases.Silence(space, stop) is { } reason)
        {
            readiness.Close(space);
            log.LogError("Space {Space} is closed until its database answers, asked again every {Seconds} seconds: {Reason}", space.Slug, Again.TotalSeconds, reason);
        }
        else await prepare.Handle(space, stop);
    }

    private async Task Reopen(CancellationToken stop)
    {
        while (readiness.Closed is { Count: > 0 } closed)
        {
            await Task.Delay(Again, stop);
            foreach (var space in closed)
            {
                if (await databases.Silence(space, stop) is not null) continue;
                await prepare.Handle(space, stop);
                foreach (var task in Tasks()) await task.Run([space], stop);
                readiness.Open(space);
                log.LogInformation("Space {Space} is open again", space.Slug);
            }
        }
    }
}
