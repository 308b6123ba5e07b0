using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;

namespace Trame.Registers.People;

/// <summary>Whoever was erased stays erased: at each start and after a restore, a database that still knows them forgets them again.</summary>
public sealed class ApplyTombstones(SpaceDirectory directory, TombstoneKey key, ErasePerson erase, ILogger<ApplyTombstones> log) : IOnPrepared
{
    public async Task Handle(Space space, TrameDb db, CancellationToken stop)
    {
        var marks = directory.Tombstones();
        if (marks.Count == 0) return;
        var present = await db.Set<Person>().AsNoTracking().Where(p => p.ErasedAt == null).Select(p => p.Id).ToListAsync(stop);
        foreach (var id in present.Where(id => marks.Contains(key.Mark(id))))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await erase.Forget(db, id, stop);
            await transaction.CommitAsync(stop);
            log.LogInformation("Space {Space}: someone who had left came back with a restored copy and was erased again", space.Slug);
        }
    }
}
