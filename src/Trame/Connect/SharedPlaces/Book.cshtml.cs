using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Connect.SharedPlaces;

/// <summary>« Réserver » : what, which day, from when to when, once or each week, under a name one likes.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class BookPage(TrameDb db, BookSpace book) : PlacePage(db)
{
    [BindProperty] public string SpaceId { get; set; } = "";

    [BindProperty] public string Day { get; set; } = "";

    [BindProperty] public string From { get; set; } = "14:00";

    [BindProperty] public string To { get; set; } = "16:00";

    [BindProperty] public string Weeks { get; set; } = "1";

    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Reach { get; set; } = "";

    [BindProperty] public string Training { get; set; } = "";

    [BindProperty] public bool Wait { get; set; }

    /// <summary>A box that people do not see: what fills it is a machine.</summary>
    [BindProperty] public string Company { get; set; } = "";

    public IEnumerable<SelectListItem> SpaceOptions => Spaces.Where(s => !s.Retired).Select(s => new SelectListItem($"{s.Name}{(s.NeedsTraining ? $" ({Texts.Get("shared.training.needed")})" : "")}", s.Id.ToString()));

    public async Task<IActionResult> OnGetAsync(string slug, string? espace, string? jour, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        (SpaceId, Day) = (espace ?? Spaces.FirstOrDefault(s => !s.Retired)?.Id.ToString() ?? "", DayIn(jour ?? "") is null ? LocalDatePattern.Iso.Format(Today.PlusDays(1)) : jour!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var chosen = Spaces.FirstOrDefault(s => s.Id.ToString() == SpaceId);
        Outcome<Booking> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine") : chosen is null ? new Refusal("shared.booking.no-space", "SpaceId")
            : await book.Handle(new BookSpace.Request(chosen.Id, DayIn(Day), TimeIn(From), TimeIn(To), Whole(Weeks), Name, Reach, Training, Wait, MayHost ? Spoken() : Foundation.Facts.Channel.Online), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell(outcome.Value.State == BookingState.Waiting ? "shared.booking.waits" : "shared.booking.done");
        return Redirect($"{Request.PathBase}/reservations/{outcome.Value.Code}");
    }
}
