using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Connect.Needs;

/// <summary>The crisis that is open today, and the one whose thanks are still shown.</summary>
public sealed class FindCrisis(TrameDb db, CurrentSpace space)
{
    private const int DaysThanked = 30;

    public async Task<Crisis?> Open(CancellationToken stop)
    {
        var today = SpaceCalendar.Of(space.Settings).Today(db.Now);
        return await db.Set<Crisis>().AsNoTracking().Where(c => c.ClosedAt == null && c.OpensOn <= today && c.ClosesOn >= today).OrderBy(c => c.OpensOn).FirstOrDefaultAsync(stop);
    }

    public async Task<Crisis?> JustClosed(CancellationToken stop)
    {
        var since = db.Now - NodaTime.Duration.FromDays(DaysThanked);
        return await db.Set<Crisis>().AsNoTracking().Where(c => c.ClosedAt > since).OrderByDescending(c => c.ClosedAt).FirstOrDefaultAsync(stop);
    }
}
