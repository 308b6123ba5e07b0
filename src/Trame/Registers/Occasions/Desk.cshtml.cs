using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>The morning page of the coordinator and of the counter agent: what waits, and the way to type quickly.</summary>
public sealed class DeskPage(TrameDb db, DeskQueue queue) : TramePage
{
    public int Waiting { get; private set; }

    public IReadOnlyList<(string Name, int Count)> Queues { get; private set; } = [];

    public IReadOnlyList<Occasion> Recent { get; private set; } = [];

    public IReadOnlyList<Proposal> Oldest { get; private set; } = [];

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public Instant Now => db.Now;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!MaySomewhere(OccasionActs.OpenDesk)) return Forbidden();
        var stale = Calendar.StartOf(Calendar.Today(db.Now).PlusMonths(-Here.Settings.FreshMonths));
        Waiting = await db.Set<Proposal>().CountAsync(p => p.Status == ProposalStatus.Waiting, stop);
        Oldest = await db.Set<Proposal>().AsNoTracking().Where(p => p.Status == ProposalStatus.Waiting).OrderBy(p => p.CreatedAt).ThenBy(p => p.Code).Take(5).ToListAsync(stop);
        var counts = new List<(string, int)>();
        foreach (var name in DeskQueue.Names.Where(n => n != "recent")) counts.Add((name, await queue.Of(name, stale).CountAsync(stop)));
        Queues = counts;
        Recent = await queue.Of("recent", stale).OrderByDescending(o => o.ChangedAt).ThenBy(o => o.Id).Take(8).ToListAsync(stop);
        return Page();
    }
}
