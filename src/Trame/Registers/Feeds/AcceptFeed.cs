using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Feeds;

/// <summary>Somebody has seen what a calendar would bring: it enters the register, once or every night from now on.</summary>
public sealed class AcceptFeed(TrameDb db, Rights rights, TakeFeed take)
{
    public sealed record Request(Guid FeedId, int Version, bool Follow);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, FeedActs.Manage)) return Refusal.NotAllowed;
        if (await db.FindAsync<CalendarFeed>([request.FeedId], stop) is not { } feed) return Refusal.Gone;
        if (feed.Version != request.Version) return Refusal.Conflict;
        if (feed.State != FeedState.Read) return new Refusal("feeds.accepted");
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var counts = TakeFeed.Counts(await take.Handle(feed, feed.Text(), write: true, stop));
        var outcome = feed.Accept(request.Follow, counts, db.Now);
        if (outcome.Accepted) outcome = await db.Save(stop);
        if (outcome.Accepted) await transaction.CommitAsync(stop);
        return outcome;
    }
}
