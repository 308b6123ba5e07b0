using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;

namespace Trame.Act.Moments;

/// <summary>After a moment: how many came. Before one: a time is cancelled. What was recorded is listed, and can be corrected.</summary>
public sealed class HeldPage(TrameDb db, RecordHeld record, CancelOnce cancel) : OccasionPage(db)
{
    [BindProperty] public string Day { get; set; } = "";

    [BindProperty] public string Count { get; set; } = "";

    [BindProperty] public Guid? Corrects { get; set; }

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Reason { get; set; } = "";

    public IReadOnlyDictionary<string, string> Ages { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<Fact> Facts { get; private set; } = [];

    public IReadOnlyList<OccasionTime> Coming { get; private set; } = [];

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public bool MayRecord => Rights.May(Actor, MomentActs.RecordHeld, Occasion);

    public async Task<IActionResult> OnGetAsync(string slug, Guid? corrige, CancellationToken stop)
    {
        if (await Find("moments", slug, stop) is { } elsewhere) return elsewhere;
        if (!MayRecord) return Forbidden();
        await Load(stop);
        (Corrects, Version) = (corrige, Occasion.Version);
        var wrong = Facts.FirstOrDefault(f => f.Id == corrige);
        Day = LocalDatePattern.Iso.Format(wrong is null ? Calendar.Today(Now) : Calendar.Local(wrong.At).Date);
        Count = wrong?.Count?.ToString(CultureInfo.InvariantCulture) ?? "";
        Ages = wrong?.Marginals.Where(m => m.Dimension == "age").ToDictionary(m => m.Value, m => m.Count.ToString(CultureInfo.InvariantCulture)) ?? [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Find("moments", slug, stop) is { } elsewhere) return elsewhere;
        if (!MayRecord) return Forbidden();
        var sent = await Request.ReadFormAsync(stop);
        Ages = RecordHeld.Ages.ToDictionary(a => a, a => sent[$"age-{a}"].ToString());
        var marginals = Ages.Where(a => a.Value.Trim().Length > 0).Select(a => new Marginal("age", a.Key, Whole(a.Value) ?? -1)).ToList();
        if (LocalDatePattern.Iso.Parse(Day) is not { Success: true } day) return await Answer(new Refusal("occasions.field.date", "Day", Day), "", stop);
        var outcome = await record.Handle(new(Occasion.Id, day.Value, Whole(Count), marginals, Spoken(), Corrects), Actor, stop);
        return await Answer(outcome.Plain, "moments.held.saved", stop);
    }

    public async Task<IActionResult> OnPostCancelAsync(string slug, CancellationToken stop)
    {
        if (await Find("moments", slug, stop) is { } elsewhere) return elsewhere;
        if (!Rights.May(Actor, MomentActs.CancelOnce, Occasion)) return Forbidden();
        if (LocalDatePattern.Iso.Parse(Day) is not { Success: true } day) return await Answer(new Refusal("occasions.field.date", "Day", Day), "", stop);
        if (Warned(("moments.cancel.reason", Reason))) return await Answer(PeopleWarning.Refusal, "", stop);
        return await Answer(await cancel.Handle(new(Occasion.Id, Version, day.Value, Reason, Spoken()), Actor, stop), "moments.cancel.done", stop);
    }

    private async Task<IActionResult> Answer(Outcome outcome, string said, CancellationToken stop)
    {
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect($"{ShowPath}/seances");
        }

        await Reload(stop);
        await Load(stop);
        return Refused(outcome);
    }

    private async Task Load(CancellationToken stop)
    {
        Facts = await Db.Set<Fact>().AsNoTracking().Where(f => f.SubjectId == Occasion.Id && f.Kind == MomentFacts.Held.Key && !Db.Set<Fact>().Any(c => c.Corrects == f.Id))
            .OrderByDescending(f => f.At).ThenBy(f => f.Id).Take(30).ToListAsync(stop);
        var today = Calendar.Today(Now);
        Coming = OccasionTimes.Between(Occasion, Calendar, today, today.PlusMonths(6), 6);
    }

    private static int? Whole(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
