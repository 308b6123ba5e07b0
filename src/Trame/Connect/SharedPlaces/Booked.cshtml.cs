using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Connect.SharedPlaces;

/// <summary>What a code has booked: where, when, what to know; cancel, one time or all those to come.</summary>
public sealed class BookedPage(TrameDb db, BookSpace book) : TramePage
{
    [BindProperty] public Guid Id { get; set; }

    [BindProperty] public bool Series { get; set; }

    public string Code { get; private set; } = "";

    public IReadOnlyList<(Booking Booking, SharedSpace Space, Occasion Place)> Bookings { get; private set; } = [];

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public NodaTime.Instant Now => db.Now;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken stop) => await Load(code, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken stop)
    {
        if (!await Load(code, stop)) return NotFound();
        var outcome = await book.Handle(new BookSpace.Cancelling(Id, Code, Series, Channel.Online), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("shared.booking.cancelled");
        return Redirect($"{Request.PathBase}/reservations/{Code}");
    }

    private async Task<bool> Load(string code, CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        Code = code.Trim().ToUpperInvariant();
        if (Code.Length == 0) return false;
        var rows = await (from b in db.Set<Booking>() where b.Code == Code join s in db.Set<SharedSpace>() on b.SpaceId equals s.Id join o in db.Set<Occasion>() on s.PlaceId equals o.Id orderby b.StartsAt select new { b, s, o }).AsNoTracking().ToListAsync(stop);
        Bookings = [.. rows.Select(r => (r.b, r.s, r.o))];
        return Bookings.Count > 0;
    }
}
