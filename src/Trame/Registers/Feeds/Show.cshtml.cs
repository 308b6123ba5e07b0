using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Registers.Feeds;

/// <summary>Que contient cet agenda, et qu'en entrerait-il dans le registre ? Once, every night, or not at all.</summary>
public sealed class ShowFeedPage(TrameDb db, TakeFeed take, AcceptFeed accept, EndFeed end, UndoFeed undo) : TramePage
{
    private const int Shown = 100;

    [BindProperty] public int Version { get; set; }

    public CalendarFeed Feed { get; private set; } = null!; // found by every handler, or 404

    public IReadOnlyList<FeedLine> Lines { get; private set; } = [];

    public string Day(Instant at) => SpaceCalendar.Of(Here.Settings).Today(at).PlainDay(CultureInfo.CurrentUICulture);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!May(FeedActs.Manage)) return Forbidden();
        return await Load(id, stop) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostFollowAsync(Guid id, CancellationToken stop) => Act(id, $"/{id}", () => accept.Handle(new(id, Version, Follow: true), Actor, stop), stop);

    public Task<IActionResult> OnPostOnceAsync(Guid id, CancellationToken stop) => Act(id, $"/{id}", () => accept.Handle(new(id, Version, Follow: false), Actor, stop), stop);

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken stop) => Act(id, "", () => end.Handle(id, Actor, stop), stop);

    public Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken stop) => Act(id, $"/{id}", async () =>
    {
        var outcome = await undo.Handle(new(id, Version), Actor, stop);
        if (outcome.Accepted) Tell("feeds.undo.done", outcome.Value.TakenBack, outcome.Value.Kept);
        return outcome.Plain;
    }, stop);

    private async Task<IActionResult> Act(Guid id, string then, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (!May(FeedActs.Manage)) return Forbidden();
        var outcome = await act();
        if (outcome.Accepted) return Redirect($"{Request.PathBase}/donnees/agendas{then}");
        db.ChangeTracker.Clear();
        return await Load(id, stop) ? Refused(outcome) : NotFound();
    }

    private async Task<bool> Load(Guid id, CancellationToken stop)
    {
        if (await db.Set<CalendarFeed>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, stop) is not { } feed) return false;
        (Feed, Version) = (feed, feed.Version);
        ModelState.Remove(nameof(Version));
        if (feed.State == FeedState.Read) Lines = [.. (await take.Handle(feed, feed.Text(), write: false, stop)).Where(l => l.Became != FeedLine.Fate.Unchanged || l.Why.Length > 0).OrderBy(l => l.Became == FeedLine.Fate.Refused ? 0 : 1).Take(Shown)];
        return true;
    }
}
