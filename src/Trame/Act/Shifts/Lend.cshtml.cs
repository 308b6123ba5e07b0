using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Shifts;

/// <summary>« Je donne un coup de main »: one shift, what one does there, and a first name if one likes.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class LendPage(TrameDb db, LendHand lend) : TramePage
{
    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Way { get; set; } = "none";

    [BindProperty] public string Reach { get; set; } = "";

    [BindProperty] public string Channel { get; set; } = "counter";

    /// <summary>A box that people do not see: what fills it is a machine.</summary>
    [BindProperty] public string Company { get; set; } = "";

    public Shift Shift { get; private set; } = null!; // found by every handler, or 404

    public Occasion Occasion { get; private set; } = null!;

    public LocalDate Today => SpaceCalendar.Of(Here.Settings).Today(db.Now);

    public bool IsOver => Shift.End <= SpaceCalendar.Of(Here.Settings).Local(db.Now);

    public bool MayRun => Rights.May(Actor, ShiftActs.Run, Occasion);

    public static IEnumerable<SelectListItem> Ways => EnumWords.Words<HandWay>().Select(w => new SelectListItem(Texts.Get($"shifts.way.{w}"), w));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Load(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Load(id, stop)) return NotFound();
        var channel = MayRun && EnumWords.TryRead<Channel>(Channel, out var through) && through != Foundation.Facts.Channel.Import ? through : Foundation.Facts.Channel.Online;
        Outcome<ShiftHand> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine")
            : !EnumWords.TryRead<HandWay>(Way, out var way) ? new Refusal("shifts.way.unknown", "Way")
            : await lend.Handle(new(id, Name, way, Reach, channel), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell(outcome.Value.Waits ? "shifts.waits.told" : "shifts.thanks.told");
        return Redirect($"{Request.PathBase}/coups-de-main/{outcome.Value.Code}");
    }

    private async Task<bool> Load(Guid id, CancellationToken stop)
    {
        if (await db.Set<Shift>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, stop) is not { } shift) return false;
        if (await db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == shift.OccasionId && o.Status != OccasionStatus.Proposed, stop) is not { } occasion) return false;
        (Shift, Occasion) = (shift, occasion);
        return true;
    }
}
