using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Registers.Occasions;

/// <summary>What happened is over, the next time takes its place. Time did it, not a person: no history, no new version; a form that is open stays good.</summary>
public sealed class RefreshTimings(OccasionSearch search)
{
    private const int Batch = 500;

    public async Task<int> Handle(TrameDb db, CancellationToken stop)
    {
        var (calendar, now, refreshed) = (SpaceCalendar.Of(db), db.Now, 0);
        for (var last = Guid.Empty; ;)
        {
            var after = last;
            var batch = await db.Set<Occasion>().AsNoTracking()
                .Where(o => (o.Status == OccasionStatus.Open || o.Status == OccasionStatus.Paused || o.Status == OccasionStatus.Proposed) && o.MergedIntoId == null && o.NextAt <= now && o.Id > after)
                .OrderBy(o => o.Id).Take(Batch).ToListAsync(stop);
            if (batch.Count == 0) return refreshed;
            refreshed += await Refresh(db, batch, calendar, now, stop);
            last = batch[^1].Id;
        }
    }

    private async Task<int> Refresh(TrameDb db, List<Occasion> batch, SpaceCalendar calendar, Instant now, CancellationToken stop)
    {
        var moved = batch.Select(o => (Occasion: o, Next: OccasionTiming.NextAt(o, calendar, now))).Where(m => m.Next != m.Occasion.NextAt).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var (occasion, next) in moved)
        {
            // The version is asked, not raised: whoever changed the row meanwhile has settled it already.
            occasion.NextAt = next;
            var status = EnumWords.Write(OccasionTiming.StatusOf(occasion, calendar));
            if (next is { } at) await db.Database.ExecuteSqlRawAsync("UPDATE occasion SET next_at = {2} WHERE id = {0} AND version = {1}", [db.Stored(occasion.Id), occasion.Version, db.Stored(at)], stop);
            else await db.Database.ExecuteSqlRawAsync("UPDATE occasion SET next_at = NULL, status = {2} WHERE id = {0} AND version = {1}", [db.Stored(occasion.Id), occasion.Version, status], stop);
        }

        await search.Index(db, [.. moved.Select(m => m.Occasion)], stop);
        await transaction.CommitAsync(stop);
        return moved.Count;
    }
}
