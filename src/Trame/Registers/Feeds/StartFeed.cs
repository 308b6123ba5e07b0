using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Registers.Feeds;

/// <summary>Somebody gives a calendar, as a file or as an address: it is read, and shown. Nothing of the register moves.</summary>
public sealed class StartFeed(TrameDb db, Rights rights, FeedWeb web, TakeFeed take)
{
    /// <param name="Text">The file; null when an address is given.</param>
    /// <param name="Territory">Short name of the commune where events stand when they do not say it.</param>
    public sealed record Request(string Url, string? Text, string Source, string Territory);

    public async Task<Outcome<CalendarFeed>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        var looked = await Look(request, actor, stop);
        if (!looked.Accepted) return looked.Plain;
        var outcome = await Keep(looked.Value.Feed, stop);
        return outcome.Accepted ? looked.Value.Feed : outcome;
    }

    internal async Task<Outcome> Keep(CalendarFeed looked, CancellationToken stop)
    {
        db.Add(looked);
        return await db.Save(stop);
    }

    /// <summary>What it would bring, and nothing is kept.</summary>
    public async Task<Outcome<(CalendarFeed Feed, IReadOnlyList<FeedLine> Lines)>> Look(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, FeedActs.Manage)) return Refusal.NotAllowed;
        if (await db.Set<Territory>().Where(t => t.Slug == request.Territory && t.Kind == TerritoryKind.Commune).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(stop) is not { } commune) return new Refusal("feeds.territory.missing", "Territory");
        if (request.Url.Trim().Length == 0 && request.Text is null) return new Refusal("feeds.nothing", "Address");
        var made = CalendarFeed.Make(request.Text is null ? request.Url : "", request.Source, commune, db.Now);
        if (!made.Accepted) return made.Plain;
        var (feed, text) = (made.Value, request.Text);
        if (text is null)
        {
            var answer = await web.Get(feed.Url, "", "", stop);
            if (answer.Text is null) return new Refusal(answer.Trouble ?? "feeds.trouble.unreachable", "Address");
            text = answer.Text;
            feed.Mark(answer.Etag, answer.Modified);
        }
        else if (!text.TrimStart('\uFEFF').TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)) return new Refusal("feeds.trouble.not-one", "Given");

        var lines = await take.Handle(feed, text, write: false, stop);
        feed.Hold(text, TakeFeed.Counts(lines), db.Now);
        return (feed, lines);
    }
}
