using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Feeds;

/// <summary>A calendar is no longer read at night; what it brought stays. One that was only shown is forgotten.</summary>
public sealed class EndFeed(TrameDb db, Rights rights)
{
    public async Task<Outcome> Handle(Guid id, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, FeedActs.Manage)) return Refusal.NotAllowed;
        if (await db.FindAsync<CalendarFeed>([id], stop) is not { } feed) return Refusal.Gone;
        if (feed.State == FeedState.Read) db.Remove(feed);
        else if (feed.End() is { Accepted: false } refused) return refused;
        return await db.Save(stop);
    }
}
