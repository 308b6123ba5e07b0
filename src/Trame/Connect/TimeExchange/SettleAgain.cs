using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Connect.TimeExchange;

/// <summary>Hours that another bank could not take in yet are tried again.</summary>
internal sealed class SettleAgain(SpaceDirectory spaces, SpaceDatabases databases, IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<SettleAgain> log)
    : EverySpace(spaces, databases, readiness, clock, log, TimeSpan.FromMinutes(10))
{
    protected override async Task Work(Space space, TrameDb db, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await SpaceScope.Enter(scope.ServiceProvider, space, Actor.Machine, stop);
        await scope.ServiceProvider.GetRequiredService<SettleClearings>().Settle(Actor.Machine, stop);
    }
}
