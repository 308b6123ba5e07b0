using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Connect.Needs;

/// <summary>A time of crisis is opened for some days, then closed with thanks.</summary>
public sealed class CrisisRoomPage(TrameDb db, RunCrisis run) : TramePage
{
    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string OpensOn { get; set; } = "";

    [BindProperty] public string ClosesOn { get; set; } = "";

    [BindProperty] public string Services { get; set; } = "";

    [BindProperty] public Guid CrisisId { get; set; }

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Thanks { get; set; } = "";

    public IReadOnlyList<(Crisis Crisis, int Needs)> Known { get; private set; } = [];

    public Crisis? Current => Known.Select(k => k.Crisis).FirstOrDefault(c => c.ClosedAt is null);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!May(NeedActs.OpenCrisis)) return Forbidden();
        await Load(stop);
        var today = SpaceCalendar.Of(Here.Settings).Today(db.Now);
        (OpensOn, ClosesOn) = (LocalDatePattern.Iso.Format(today), LocalDatePattern.Iso.Format(today.PlusDays(14)));
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Answer(async () =>
        LocalDatePattern.Iso.Parse(OpensOn) is { Success: true } opens && LocalDatePattern.Iso.Parse(ClosesOn) is { Success: true } closes
            ? Warned(("needs.crisis.name", Name)) ? PeopleWarning.Refusal : await run.Handle(new RunCrisis.Opening(Name, opens.Value, closes.Value, Services), Actor, stop)
            : new Refusal("needs.crisis.days", "ClosesOn"), stop);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken stop) => Answer(async () =>
        Warned(("needs.crisis.thanks", Thanks)) ? PeopleWarning.Refusal : await run.Handle(new RunCrisis.Closing(CrisisId, Version, Thanks), Actor, stop), stop);

    private async Task<IActionResult> Answer(Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (!May(NeedActs.OpenCrisis)) return Forbidden();
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell("needs.saved");
            return Redirect($"{Request.PathBase}/relier/crise");
        }

        db.ChangeTracker.Clear();
        await Load(stop);
        return Refused(outcome);
    }

    private async Task Load(CancellationToken stop)
    {
        var known = await db.Set<Crisis>().AsNoTracking().OrderByDescending(c => c.OpensOn).Take(20).ToListAsync(stop);
        var counts = await db.Set<Need>().Where(n => n.CrisisId != null).GroupBy(n => n.CrisisId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        Known = [.. known.Select(c => (c, counts.FirstOrDefault(x => x.Key == c.Id)?.Count ?? 0))];
    }
}
