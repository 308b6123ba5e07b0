using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Act.Moments;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;

namespace Trame.Connect.SharedPlaces;

/// <summary>For hosts: who came, what was held or missed, deposits, the openings to plan, what went wrong. Typing a sheet back takes a moment.</summary>
public sealed class HoldPage(TrameDb db, BookSpace book, RunOpenings openings, TellIncident incidents) : PlacePage(db)
{
    [BindProperty] public Guid Id { get; set; }

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Came { get; set; } = "";

    [BindProperty] public string Deposit { get; set; } = "";

    [BindProperty] public string Day { get; set; } = "";

    [BindProperty] public string From { get; set; } = "14:00";

    [BindProperty] public string To { get; set; } = "18:00";

    [BindProperty] public string Weeks { get; set; } = "1";

    [BindProperty] public string Hosts { get; set; } = "1";

    [BindProperty] public string Answer { get; set; } = "";

    public IReadOnlyList<Booking> Bookings { get; private set; } = [];

    public IReadOnlyList<Opening> Openings { get; private set; } = [];

    public IReadOnlyList<PlaceIncident> Incidents { get; private set; } = [];

    /// <summary>Held, cancelled and missed over the year: three figures, never added up.</summary>
    public (int Held, int People, int Cancelled, int Missed, int Openings, int Came) Year { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayHost) return Forbidden();
        Day = LocalDatePattern.Iso.Format(Today.PlusDays(1));
        await Load(stop);
        return Page();
    }

    public Task<IActionResult> OnPostHeldAsync(string slug, CancellationToken stop) => Do(slug, () => book.Handle(new BookSpace.Conclusion(Id, Version, Whole(Came) ?? -1), Actor, stop), stop);

    public Task<IActionResult> OnPostMissedAsync(string slug, CancellationToken stop) => Do(slug, () => book.Handle(new BookSpace.Conclusion(Id, Version, null), Actor, stop), stop);

    public Task<IActionResult> OnPostCancelAsync(string slug, CancellationToken stop) => Do(slug, () => book.Handle(new BookSpace.Cancelling(Id, "", false, Foundation.Facts.Channel.Counter), Actor, stop), stop);

    public Task<IActionResult> OnPostDepositAsync(string slug, CancellationToken stop) => Do(slug, async () => EnumWords.TryRead<DepositState>(Deposit, out var state) ? await book.Handle(new BookSpace.DepositChange(Id, Version, state), Actor, stop) : new Refusal("shared.deposit.none"), stop);

    public async Task<IActionResult> OnPostCountAsync(string slug, CancellationToken stop)
    {
        var sent = await Request.ReadFormAsync(stop);
        List<Marginal> marginals = [.. RecordHeld.Ages.Select(a => new Marginal("age", a, Typed(sent[$"age-{a}"].ToString()))), .. Opening.Said.Select(w => new Marginal(w, "yes", Typed(sent[$"said-{w}"].ToString())))];
        return await Do(slug, () => openings.Handle(new RunOpenings.Count(Id, Version, Whole(Came), marginals, sent["paper"] == "true" ? Foundation.Facts.Channel.Paper : Foundation.Facts.Channel.Counter), Actor, stop), stop);
    }

    public Task<IActionResult> OnPostPlanAsync(string slug, CancellationToken stop) => Do(slug, () => openings.Handle(new RunOpenings.Plan(Occasion.Id, DayIn(Day), TimeIn(From), TimeIn(To), Whole(Weeks), Whole(Hosts)), Actor, stop), stop);

    public Task<IActionResult> OnPostCloseAsync(string slug, CancellationToken stop) => Do(slug, () => openings.Handle(new RunOpenings.Cancelling(Id, Version), Actor, stop), stop);

    public Task<IActionResult> OnPostSettleAsync(string slug, CancellationToken stop) => Do(slug, async () => Warned(("shared.incident.answer", Answer)) ? PeopleWarning.Refusal : await incidents.Handle(new TellIncident.Settlement(Id, Version, Answer), Actor, stop), stop);

    // Nothing typed says nothing; what is no number is refused as a negative one.
    private static int Typed(string typed) => typed.Trim().Length == 0 ? 0 : Whole(typed) ?? -1;

    private Task<IActionResult> Do(string slug, Func<Task<Outcome>> act, CancellationToken stop) => Did(slug, "needs.saved", "tenir", act, () => Load(stop), stop);

    private async Task Load(CancellationToken stop)
    {
        var ids = Spaces.Select(s => s.Id).ToList();
        var since = Now - Duration.FromDays(60);
        Bookings = await Db.Set<Booking>().AsNoTracking().Where(b => ids.Contains(b.SpaceId) && (b.State == BookingState.Booked || (b.State == BookingState.Waiting && b.StartsAt > Now)) && b.StartsAt > since).OrderBy(b => b.StartsAt).Take(40).ToListAsync(stop);
        Openings = await Db.Set<Opening>().AsNoTracking().Where(s => s.PlaceId == Occasion.Id && s.CancelledAt == null && s.StartsAt > since && (s.FactId == null || s.EndsAt > Now - Duration.FromDays(7))).OrderBy(s => s.StartsAt).Take(20).ToListAsync(stop);
        Incidents = await Db.Set<PlaceIncident>().AsNoTracking().Where(i => i.PlaceId == Occasion.Id && i.SettledAt == null).OrderBy(i => i.ToldAt).Take(20).ToListAsync(stop);
        var year = Now - Duration.FromDays(365);
        var facts = await Db.Set<Fact>().AsNoTracking().Where(f => f.PlaceId == Occasion.Id && f.At > year && !Db.Set<Fact>().Any(c => c.Corrects == f.Id)).GroupBy(f => f.Kind).Select(g => new { g.Key, Count = g.Count(), People = g.Sum(f => f.Count ?? 0) }).ToDictionaryAsync(g => g.Key, stop);
        (int Count, int People) Of(FactKind kind) => facts.TryGetValue(kind.Key, out var f) ? (f.Count, f.People) : (0, 0);
        Year = (Of(SharedPlaceFacts.Held).Count, Of(SharedPlaceFacts.Held).People, Of(SharedPlaceFacts.Cancelled).Count, Of(SharedPlaceFacts.Missed).Count, Of(SharedPlaceFacts.Opened).Count, Of(SharedPlaceFacts.Opened).People);
    }
}
