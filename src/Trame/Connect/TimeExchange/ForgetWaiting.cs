using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Connect.TimeExchange;

/// <summary>Somebody who asked to join and whom nobody welcomed is forgotten in time; who leaves is forgotten at once.</summary>
internal sealed class ForgetWaiting : IPurge
{
    public RetentionRule Rule => Retention.TimeAccount;

    public async Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var old = await db.Set<TimeAccount>().Where(a => a.State == AccountState.Waiting && a.OpenedAt < before).ToListAsync(stop);
        if (dryRun) return old.Count;
        foreach (var account in old) account.Close(db.Now);
        (await db.Save(stop)).ThrowIfRefused();
        return old.Count;
    }
}
