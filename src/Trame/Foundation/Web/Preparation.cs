using Trame.Foundation.Spaces;

namespace Trame.Foundation.Web;

/// <summary>Opens the house: first-start tasks, then every space migrated. The server answers meanwhile that it is preparing.</summary>
internal sealed class Preparation(IServiceProvider services, Readiness readiness, IHostApplicationLifetime lifetime, ILogger<Preparation> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            var spaces = services.GetRequiredService<SpaceDirectory>();
            foreach (var space in spaces.All()) await services.GetRequiredService<PrepareSpace>().Handle(space, stop);
            foreach (var task in services.GetServices<IPrepare>().OrderBy(t => t.Order)) await task.Run(stop);
            readiness.Ready();
            // A first start reads the country's list of communes and writes a demonstration: what that needed is given back to the machine, once.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
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
}
