using System.Collections.Concurrent;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Observe.Home;

/// <summary>Looks at a large space again while its last view is still shown: nobody waits for it, and one look at a time is enough.</summary>
public sealed class RenewTerritoryView(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<RenewTerritoryView> log)
{
    private readonly ConcurrentDictionary<string, Task> _looking = new();

    public void Begin(Space space) => _looking.GetOrAdd(space.Slug, _ => Task.Run(() => Look(space)));

    private async Task Look(Space space)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await SpaceScope.Enter(scope.ServiceProvider, space, Actor.Machine, lifetime.ApplicationStopping);
            await scope.ServiceProvider.GetRequiredService<ObserveTerritory>().Renew(lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // the house closes: there is nobody left to show it to
        }
        catch (Exception reason) when (SpaceDatabases.Failure(reason) is not null)
        {
            log.LogError(reason, "Space {Space} could not be looked at again; its last view is shown until it can", space.Slug);
        }
        finally
        {
            _looking.TryRemove(space.Slug, out _);
        }
    }
}
