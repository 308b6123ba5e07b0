using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>The morning page of the coordinator and of the counter agent: what waits, and the way to type quickly.</summary>
public sealed class DeskPage(TrameDb db, DeskQueue queue, IEnumerable<IDeskCount> others) : TramePage
{
    public int Waiting { get; private set; }

    public IReadOnlyList<(string Name, int Count)> Queues { get; private set; } = [];

    /// <summary>What waits in other rooms.</summary>
    public IReadOnlyList<DeskCount> Counts { get; private set; } = [];

    public IReadOnlyList<Occasion> Recent { get; private set; } = [];

    /// <summary>With the name of what each is about, or of what it proposes.</summary>
    public IReadOnlyList<(Proposal Proposal, string About)> Oldest { get; private set; } = [];

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public Instant Now => db.Now;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!MaySomewhere(OccasionActs.OpenDesk)) return Forbidden();
        var stale = Calendar.StartOf(Calendar.Today(db.Now).PlusMonths(-Here.Settings.FreshMonths));
        Waiting = await db.Set<Proposal>().CountAsync(p => p.Status == ProposalStatus.Waiting, stop);
        var oldest = await (from p in db.Set<Proposal>().AsNoTracking().Where(p => p.Status == ProposalStatus.Waiting).OrderBy(p => p.CreatedAt).ThenBy(p => p.Code).Take(5)
                            join o in db.Set<Occasion>() on p.OccasionId equals o.Id into about
                            from o in about.DefaultIfEmpty()
                            orderby p.CreatedAt, p.Code
                            select new { Proposal = p, Name = o == null ? null : o.Name }).ToListAsync(stop);
        Oldest = [.. oldest.Select(w => (w.Proposal, w.Name is { } name ? Texts.Get("desk.correction", name) : w.Proposal.Values.GetValueOrDefault("name", "")))];
        var counts = new List<(string, int)>();
        foreach (var name in queue.For(MaySomewhere).Where(n => n != "recent")) counts.Add((name, await queue.Of(name, stale).CountAsync(stop)));
        Queues = counts;
        var waiting = new List<DeskCount>();
        foreach (var other in others.Where(o => MaySomewhere(o.Only))) waiting.AddRange(await other.Of(db, stop));
        Counts = waiting;
        Recent = await queue.Of("recent", stale).OrderByDescending(o => o.ChangedAt).ThenBy(o => o.Id).Take(8).ToListAsync(stop);
        return Page();
    }
}
