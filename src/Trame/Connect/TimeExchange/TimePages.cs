using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;

namespace Trame.Connect.TimeExchange;

/// <summary>The hours of a carnet: whoever takes back everything leaves their banks too.</summary>
internal sealed class TimePages(TrameDb db, CurrentActor actor, CloseAccount close) : ICarnetPages
{
    public Task<bool> Holds(string code, CancellationToken stop) => db.Set<TimeAccount>().AnyAsync(a => a.Code == code, stop);

    public async Task Withdraw(string code, Channel channel, CancellationToken stop)
    {
        foreach (var account in await db.Set<TimeAccount>().AsNoTracking().Where(a => a.Code == code && a.State != AccountState.Closed).ToListAsync(stop))
            (await close.Close(account, "", channel, null, actor.Actor, stop)).ThrowIfRefused();
    }

    public Task Ended(IReadOnlyCollection<Guid> entries, CancellationToken stop) => Task.CompletedTask; // hours do not depend on what becomes of a need
}
