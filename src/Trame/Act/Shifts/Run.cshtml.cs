using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Act.Shifts;

/// <summary>The team's page: when hands are wanted, who comes, who is to be reminded, who came. The only page that shows who.</summary>
public sealed class RunPage(TrameDb db, OpenShifts open, CancelShift cancel, TellShift tell) : OccasionPage(db)
{
    private const int PastDays = 31;
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string What { get; set; } = "";

    [BindProperty] public string Day { get; set; } = "";

    [BindProperty] public string StartsAt { get; set; } = "14:00";

    [BindProperty] public string EndsAt { get; set; } = "16:00";

    [BindProperty] public string Wanted { get; set; } = "2";

    [BindProperty] public string Weeks { get; set; } = "1";

    [BindProperty] public bool Children { get; set; }

    [BindProperty] public bool Sitting { get; set; }

    [BindProperty] public Guid ShiftId { get; set; }

    [BindProperty] public Guid HandId { get; set; }

    [BindProperty] public int Version { get; set; }

    [BindProperty] public Guid[] Present { get; set; } = [];

    [BindProperty] public string Others { get; set; } = "0";

    [BindProperty] public string Why { get; set; } = "";

    public IReadOnlyList<ShiftLine> Coming { get; private set; } = [];

    public IReadOnlyList<ShiftLine> Past { get; private set; } = [];

    /// <summary>Of this occasion, who is to be reminded by a person.</summary>
    public IReadOnlyList<(ShiftHand Hand, Shift Shift)> Due { get; private set; } = [];

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public LocalDate Today => Calendar.Today(Now);

    public string Path => $"{ShowPath}/creneaux";

    public async Task<IActionResult> OnGetAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Enter(shelf, slug, stop) is { } elsewhere) return elsewhere;
        Day = LocalDatePattern.Iso.Format(Today.PlusDays(1));
        await Load(stop);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Enter(shelf, slug, stop) is { } elsewhere) return elsewhere;
        await Load(stop);
        var file = new MemoryStream();
        using (var table = new TableWriter(file, [.. ((string[])["day", "shift", "name", "way", "reach", "state"]).Select(k => Texts.Get($"shifts.csv.{k}"))]))
            foreach (var line in Coming)
                foreach (var hand in line.Coming.Concat(line.Waiting))
                    table.Write(LocalDateTimePattern.GeneralIso.Format(line.Shift.Start), line.Shift.Name, hand.Name, Texts.Get($"shifts.way.{EnumWords.Write(hand.Way)}"), hand.Reach, Texts.Get(hand.Waits ? "shifts.csv.waiting" : "shifts.csv.coming"));
        return File(file.ToArray(), "text/csv; charset=utf-8", $"{Occasion.Slug}-creneaux.csv");
    }

    public Task<IActionResult> OnPostOpenAsync(string shelf, string slug, CancellationToken stop) => Answer(shelf, slug, async () =>
    {
        if (LocalDatePattern.Iso.Parse(Day) is not { Success: true } day || Hour.Parse(StartsAt) is not { Success: true } from || Hour.Parse(EndsAt) is not { Success: true } to) return new Refusal("shifts.time.wrong", "Day");
        if (Warned(("shifts.name", Name), ("shifts.what", What))) return PeopleWarning.Refusal;
        var outcome = await open.Handle(new(Occasion.Id, Name, What, day.Value, from.Value, to.Value, Whole(Wanted), Whole(Weeks), Children, Sitting), Actor, stop);
        if (outcome.Accepted) TempData["told"] = Texts.CountOf("shifts.opened", outcome.Value);
        return outcome.Plain;
    }, stop);

    public Task<IActionResult> OnPostCancelAsync(string shelf, string slug, CancellationToken stop) => Answer(shelf, slug, async () =>
    {
        if (Warned(("shifts.cancel.label", Why))) return PeopleWarning.Refusal;
        var outcome = await cancel.Handle(ShiftId, Version, Why, Actor, stop);
        if (outcome.Accepted) Tell("shifts.cancel.done");
        return outcome;
    }, stop);

    public Task<IActionResult> OnPostTellAsync(string shelf, string slug, CancellationToken stop) => Answer(shelf, slug, async () =>
    {
        var outcome = await tell.Handle(new(ShiftId, Version, Present, Whole(Others), Spoken()), Actor, stop);
        if (outcome.Accepted) Tell("shifts.told", outcome.Value);
        return outcome.Plain;
    }, stop);

    public Task<IActionResult> OnPostRemindedAsync(string shelf, string slug, CancellationToken stop) => Answer(shelf, slug, async () =>
    {
        if (await Db.Set<ShiftHand>().FirstOrDefaultAsync(h => h.Id == HandId && Db.Set<Shift>().Any(s => s.Id == h.ShiftId && s.OccasionId == Occasion.Id), stop) is not { } hand) return Refusal.Gone;
        hand.Remind(Db.Now);
        Db.Author = Actor.As();
        var outcome = await Db.Save(stop);
        if (outcome.Accepted) Tell("shifts.reminded");
        return outcome;
    }, stop);

    private async Task<IActionResult> Answer(string shelf, string slug, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Enter(shelf, slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await act();
        if (outcome.Accepted) return Redirect(Path);
        await Reload(stop);
        await Load(stop);
        return Refused(outcome);
    }

    private async Task<IActionResult?> Enter(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        return Rights.May(Actor, ShiftActs.Run, Occasion) ? null : Forbidden();
    }

    private async Task Load(CancellationToken stop)
    {
        var (now, since) = (Calendar.Local(Now), Today.PlusDays(-PastDays));
        var shifts = await Db.Set<Shift>().AsNoTracking().Where(s => s.OccasionId == Occasion.Id && s.Day >= since).OrderBy(s => s.Day).ThenBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(stop);
        var ids = shifts.Select(s => s.Id).ToList();
        var hands = (await Db.Set<ShiftHand>().AsNoTracking().Where(h => ids.Contains(h.ShiftId) && h.LeftAt == null).OrderBy(h => h.SignedAt).ThenBy(h => h.Id).ToListAsync(stop)).ToLookup(h => h.ShiftId);
        var lines = shifts.ConvertAll(s => new ShiftLine(s, [.. hands[s.Id].Where(h => !h.Waits)], [.. hands[s.Id].Where(h => h.Waits)]));
        Coming = [.. lines.Where(l => l.Shift.Start > now)];
        Past = [.. lines.Where(l => l.Shift.Start <= now && l.Shift.Cancelled.Length == 0).Reverse()];
        var due = new List<(ShiftHand, Shift)>();
        foreach (var way in (HandWay[])[HandWay.Phone, HandWay.Visit, HandWay.Mail, HandWay.Sms])
            due.AddRange((await RemindHands.Due(Db, Calendar, way, stop)).Where(d => d.Occasion.Id == Occasion.Id).Select(d => (d.Hand, d.Shift)));
        Due = due;
    }

    private static int Whole(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
}
