using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Registers.Feeds;

/// <summary>Reads again the calendars that are followed. One that did not change is not even fetched whole; of one that did, only what changed is written; one that fails says so and keeps what it brought.</summary>
public sealed class RefreshFeeds(TrameDb db, FeedWeb web, TakeFeed take)
{
    public async Task Handle(CancellationToken stop)
    {
        foreach (var id in await db.Set<CalendarFeed>().Where(f => f.State == FeedState.Followed).OrderBy(f => f.CreatedAt).Select(f => f.Id).ToListAsync(stop)) await One(id, stop);
    }

    private async Task One(Guid id, CancellationToken stop)
    {
        var feed = await db.Set<CalendarFeed>().FirstAsync(f => f.Id == id, stop);
        var answer = await web.Get(feed.Url, feed.Etag, feed.Modified, stop);
        if (answer.Trouble is { } trouble) feed.Failed(trouble, db.Now);
        else if (answer.Text is null) feed.Checked(null, changed: false, db.Now);
        else
        {
            var lines = await take.Handle(feed, answer.Text, write: true, stop);
            feed.Mark(answer.Etag, answer.Modified);
            feed.Checked(TakeFeed.Counts(lines), lines.Any(l => l.Became is FeedLine.Fate.New or FeedLine.Fate.Changed or FeedLine.Fate.Vanished), db.Now);
        }

        await db.Save(stop); // ended meanwhile by somebody: theirs holds
        db.ChangeTracker.Clear();
    }
}
