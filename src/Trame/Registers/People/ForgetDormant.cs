using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Registers.People;

/// <summary>Accounts that nobody opened for years are erased like those of people who leave. A coordinator's stays: the space must be answered for.</summary>
public sealed class ForgetDormant(ErasePerson erase) : IPurge
{
    public RetentionRule Rule => Retention.Account;

    public async Task<int> Handle(TrameDb db, Instant before, bool dryRun, CancellationToken stop)
    {
        var dormant = await db.Set<Person>().AsNoTracking()
            .Where(p => p.ErasedAt == null && p.LastSeenAt < before && !db.Set<RoleGrant>().Any(g => g.PersonId == p.Id && g.Role == Role.Coordinator && g.EndedAt == null))
            .Select(p => p.Id).ToListAsync(stop);
        if (dryRun) return dormant.Count;
        foreach (var id in dormant)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await erase.Forget(db, id, stop);
            await transaction.CommitAsync(stop);
        }

        return dormant.Count;
    }
}
