using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Observe.Home;

/// <summary>A large space is looked at when the house opens, beside everything else: the first who comes waits less, or not at all.</summary>
internal sealed class FirstLook(SpaceDatabases databases, RenewTerritoryView renew) : IPrepare
{
    public int Order => 2000;

    public async Task Run(IReadOnlyList<Space> spaces, CancellationToken stop)
    {
        foreach (var space in spaces)
        {
            await using var db = databases.Open(space);
            var communes = await db.Set<Territory>().CountAsync(t => t.Kind == TerritoryKind.Commune, stop);
            if (communes + await db.Set<Occasion>().Take(ObserveTerritory.Large).CountAsync(stop) >= ObserveTerritory.Large) renew.Begin(space);
        }
    }
}
