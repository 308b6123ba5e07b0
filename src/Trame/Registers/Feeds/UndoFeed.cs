using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Registers.Feeds;

/// <summary>
/// Takes back what a calendar brought, in one transaction: its moments are closed (nothing is deleted), what it said of others is unsaid, and it is no longer followed.
/// What somebody changed since stays, and is counted.
/// </summary>
public sealed class UndoFeed(TrameDb db, Rights rights)
{
    public sealed record Request(Guid FeedId, int Version);

    /// <param name="Kept">Moments that somebody touched since: they stay open.</param>
    public sealed record Result(int TakenBack, int Kept);

    public async Task<Outcome<Result>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, FeedActs.Manage)) return Refusal.NotAllowed;
        if (await db.FindAsync<CalendarFeed>([request.FeedId], stop) is not { } feed) return Refusal.Gone;
        if (feed.Version != request.Version) return Refusal.Conflict;
        if (feed.TakeBack() is { Accepted: false } refused) return refused;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var said = Texts.In("fr", "feeds.reason", feed.Source);
        var changes = (await db.Set<Revision>().AsNoTracking().Where(r => r.Reason == said && r.At >= feed.CreatedAt).ToListAsync(stop)).ToLookup(r => r.SubjectId);
        var ids = changes.Select(c => c.Key).ToList();
        var (taken, kept) = (0, 0);
        db.Author = actor.As(Texts.Get("feeds.undo.reason", feed.Source));
        foreach (var chunk in ids.Chunk(200))
        {
            foreach (var moment in await db.Set<Occasion>().Where(o => chunk.Contains(o.Id) && o.MergedIntoId == null).ToListAsync(stop))
            {
                if (TakeBack(moment, feed, [.. changes[moment.Id].OrderByDescending(r => r.Version)])) taken++;
                else kept++;
            }

            (await db.Save(stop)).ThrowIfRefused();
        }

        await db.Set<FeedMoment>().Where(m => m.FeedId == feed.Id).ExecuteDeleteAsync(stop);
        var outcome = await db.Save(stop);
        if (!outcome.Accepted) return outcome;
        await transaction.CommitAsync(stop);
        return new Result(taken, kept);
    }

    // Version 1 is what the calendar made; otherwise the moment was there before it.
    private bool TakeBack(Occasion moment, CalendarFeed feed, List<Revision> changes)
    {
        if (changes.Exists(c => c.Version == 1))
            return moment.Version == changes.Count && (moment.Status == OccasionStatus.Closed || moment.Close(Texts.In("fr", "feeds.undo.closed", feed.Source), db.Now).Accepted);
        foreach (var change in changes) moment.TakeBack(change, db.Now);
        return true;
    }
}
