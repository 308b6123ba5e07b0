using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;

namespace Trame.Connect.SharedPlaces;

/// <summary>The week of a place: what is taken and what is free, who opens and where hosts are missing; it prints as the sheet of the week.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class WeekPage(TrameDb db, RunOpenings openings, TellIncident incidents) : PlacePage(db)
{
    [BindProperty] public Guid Id { get; set; }

    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Code { get; set; } = "";

    [BindProperty] public string Kind { get; set; } = "broken";

    [BindProperty] public string Words { get; set; } = "";

    /// <summary>A box that people do not see: what fills it is a machine.</summary>
    [BindProperty] public string Company { get; set; } = "";

    public LocalDate Monday { get; private set; }

    public IReadOnlyList<LocalDate> Days => [.. Enumerable.Range(0, 7).Select(Monday.PlusDays)];

    public ILookup<(Guid Space, LocalDate Day), Booking> Booked { get; private set; } = Array.Empty<Booking>().ToLookup(b => (b.SpaceId, default(LocalDate)));

    public IReadOnlyList<Opening> Openings { get; private set; } = [];

    public IReadOnlyList<PlaceIncident> Settled { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, string? du, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        await Load(du, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostTurnAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        Outcome<string> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine") : await openings.Handle(new RunOpenings.Turn(Id, Name), Actor, stop);
        if (outcome.Accepted)
        {
            Tell("shared.shift.joined", outcome.Value);
            return Redirect($"{ShowPath}/semaine");
        }

        await Load(null, stop);
        return Refused(outcome.Plain);
    }

    public Task<IActionResult> OnPostLeaveAsync(string slug, CancellationToken stop) => Did(slug, "shared.shift.left", "semaine", () => openings.Handle(new RunOpenings.Leaving(Id, Code.Trim().Length == 0 ? "-" : Code), Actor, stop), () => Load(null, stop), stop);

    public Task<IActionResult> OnPostIncidentAsync(string slug, CancellationToken stop) => Did(slug, "shared.incident.told", "semaine", async () =>
        Company.Length > 0 ? new Refusal("occasions.propose.machine") : Warned(("shared.incident.words", Words)) ? PeopleWarning.Refusal
        : await incidents.Handle(new TellIncident.Request(Occasion.Id, EnumWords.TryRead<IncidentKind>(Kind, out var kind) ? kind : IncidentKind.Other, Words), Actor, stop), () => Load(null, stop), stop);

    private async Task Load(string? from, CancellationToken stop)
    {
        var day = LocalDatePattern.Iso.Parse(from ?? "") is { Success: true, Value: var asked } && asked.Year is > 2000 and < 2100 ? asked : Today;
        Monday = day.PlusDays(1 - (int)day.DayOfWeek);
        var (start, end) = (Calendar.StartOf(Monday), Calendar.StartOf(Monday.PlusDays(7)));
        var ids = Spaces.Select(s => s.Id).ToList();
        var bookings = await Db.Set<Booking>().AsNoTracking().Where(b => ids.Contains(b.SpaceId) && b.State != BookingState.Cancelled && b.StartsAt >= start && b.StartsAt < end).OrderBy(b => b.StartsAt).ToListAsync(stop);
        Booked = bookings.ToLookup(b => (b.SpaceId, Calendar.Local(b.StartsAt).Date));
        Openings = await Db.Set<Opening>().AsNoTracking().Where(s => s.PlaceId == Occasion.Id && s.StartsAt >= start && s.StartsAt < end).OrderBy(s => s.StartsAt).ToListAsync(stop);
        Settled = await Db.Set<PlaceIncident>().AsNoTracking().Where(i => i.PlaceId == Occasion.Id && i.SettledAt != null).OrderByDescending(i => i.SettledAt).Take(3).ToListAsync(stop);
    }
}
