using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Shifts;

/// <summary>A hand lent, for whoever holds its code: where to go, step aside, send somebody else; afterwards, a certificate for who wants one.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class LentPage(TrameDb db, StepAside aside) : TramePage
{
    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Way { get; set; } = "none";

    [BindProperty] public string Reach { get; set; } = "";

    public ShiftHand Hand { get; private set; } = null!; // found by every handler, or 404

    public Shift Shift { get; private set; } = null!;

    public Occasion Occasion { get; private set; } = null!;

    public LocalDate Today => SpaceCalendar.Of(Here.Settings).Today(db.Now);

    public bool IsOver => Shift.Start <= SpaceCalendar.Of(Here.Settings).Local(db.Now);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop) => await Load(code, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostLeaveAsync(string code, CancellationToken stop)
    {
        if (!await Load(code, stop)) return NotFound();
        var outcome = await aside.Leave(code, Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("shifts.left.told");
        return Redirect($"{Request.PathBase}/coups-de-main/{Hand.Code}");
    }

    public async Task<IActionResult> OnPostGiveAsync(string code, CancellationToken stop)
    {
        if (!await Load(code, stop)) return NotFound();
        if (!EnumWords.TryRead<HandWay>(Way, out var way)) return Refused(new Refusal("shifts.way.unknown", "Way"));
        var outcome = await aside.GiveTo(code, Name, way, Reach, Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell("shifts.given.told", outcome.Value);
        return Redirect($"{Request.PathBase}/creneaux/{Shift.Id}"); // this code opens nothing any more: theirs does
    }

    private async Task<bool> Load(string code, CancellationToken stop)
    {
        var typed = StepAside.Typed(code);
        if (await db.Set<ShiftHand>().AsNoTracking().FirstOrDefaultAsync(h => h.Code == typed, stop) is not { } hand) return false;
        Hand = hand;
        Shift = await db.Set<Shift>().AsNoTracking().FirstAsync(s => s.Id == hand.ShiftId, stop);
        Occasion = await db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == Shift.OccasionId, stop);
        return true;
    }
}
