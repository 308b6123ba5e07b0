using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Shifts;

/// <summary>A certificate of hours, made when somebody asks for it and kept nowhere. Nobody's hours are added up.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class CertificatePage(TrameDb db) : TramePage
{
    public ShiftHand Hand { get; private set; } = null!; // found, or 404

    public Shift Shift { get; private set; } = null!;

    public Occasion Occasion { get; private set; } = null!;

    public string Day => SpaceCalendar.Of(Here.Settings).Today(db.Now).PlainDay(CultureInfo.CurrentUICulture);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop)
    {
        var typed = StepAside.Typed(code);
        if (await db.Set<ShiftHand>().AsNoTracking().FirstOrDefaultAsync(h => h.Code == typed && h.Came && h.LeftAt == null, stop) is not { } hand) return NotFound();
        Hand = hand;
        Shift = await db.Set<Shift>().AsNoTracking().FirstAsync(s => s.Id == hand.ShiftId, stop);
        Occasion = await db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == Shift.OccasionId, stop);
        return Page();
    }
}
