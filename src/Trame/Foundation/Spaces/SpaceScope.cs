using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Foundation.Spaces;

/// <summary>Enters a space in a scope: from here on, the scope's database and settings are that space's.</summary>
public static class SpaceScope
{
    public static async Task Enter(IServiceProvider scope, Space space, Actor actor, CancellationToken stop)
    {
        var current = scope.GetRequiredService<CurrentSpace>();
        current.Choose(space);
        current.Settle(await scope.GetRequiredService<SpaceMemory>().Settings(space, scope.GetRequiredService<TrameDb>(), stop));
        scope.GetRequiredService<CurrentActor>().Become(actor);
    }
}
