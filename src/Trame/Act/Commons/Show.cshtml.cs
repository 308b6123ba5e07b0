using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Act.Shifts;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Act.Commons;

/// <summary>One commons: who may use it, the rules its users made, who looks after it and when, what was decided, its story. Its keepers write on the same page.</summary>
public sealed class ShowPage(TrameDb db, KeepCommons keep, FindShifts shifts) : OccasionPage(db)
{
    private const int MostEntries = 100;
    private const int MostShifts = 8;

    [BindProperty] public int Version { get; set; }

    [BindProperty] public string MayUse { get; set; } = "";

    [BindProperty] public string Story { get; set; } = "";

    [BindProperty] public string Rules { get; set; } = "";

    [BindProperty] public string Day { get; set; } = "";

    [BindProperty] public string People { get; set; } = "";

    [BindProperty] public string Kind { get; set; } = "upkeep";

    [BindProperty] public string What { get; set; } = "";

    [BindProperty] public string NoteDay { get; set; } = "";

    [BindProperty] public string DueOn { get; set; } = "";

    [BindProperty] public Guid EntryId { get; set; }

    /// <summary>Null when it is none yet: its keepers may make it one.</summary>
    public CommonGood? Good { get; private set; }

    public IReadOnlyList<CommonEntry> Entries { get; private set; } = [];

    public IReadOnlyList<Shift> Rota { get; private set; } = [];

    public LocalDate Today => SpaceCalendar.Of(Here.Settings).Today(Now);

    public bool MayKeep => Rights.May(Actor, CommonsActs.Keep, Occasion);

    public string Path => $"{ShowPath}/commun";

    public static IEnumerable<SelectListItem> Kinds => EnumWords.Words<EntryKind>().Select(w => new SelectListItem(Texts.Get($"commons.kind.{w}"), w));

    public async Task<IActionResult> OnGetAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Enter(shelf, slug, stop) is { } elsewhere) return elsewhere;
        Day = NoteDay = LocalDatePattern.Iso.Format(Today);
        (MayUse, Story, Rules) = (Good?.MayUse ?? "", Good?.Story ?? "", Good?.Rules ?? "");
        return Page();
    }

    public Task<IActionResult> OnPostDescribeAsync(string shelf, string slug, CancellationToken stop) => Answer(shelf, slug, async () =>
        Warned(("commons.may-use", MayUse), ("commons.story", Story)) ? PeopleWarning.Refusal : await keep.Describe(Occasion, Version, MayUse, Story, Actor, stop), stop);

    public Task<IActionResult> OnPostAdoptAsync(string shelf, string slug, CancellationToken stop) => Answer(shelf, slug, async () =>
        Read(Day) is not { } day ? new Refusal("occasions.field.date", "Day", Day)
        : Warned(("commons.rules", Rules)) ? PeopleWarning.Refusal
        : await keep.Adopt(Occasion, Version, Rules, day, int.TryParse(People.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : -1, Actor, stop), stop);

    public Task<IActionResult> OnPostNoteAsync(string shelf, string slug, CancellationToken stop) => Answer(shelf, slug, async () =>
        Read(NoteDay) is not { } day ? new Refusal("occasions.field.date", "NoteDay", NoteDay)
        : DueOn.Trim().Length > 0 && Read(DueOn) is null ? new Refusal("occasions.field.date", "DueOn", DueOn)
        : !EnumWords.TryRead<EntryKind>(Kind, out var kind) ? new Refusal("commons.kind.unknown", "Kind")
        : Warned(("commons.what", What)) ? PeopleWarning.Refusal
        : await keep.Note(Occasion, Version, kind, What, day, Read(DueOn), Actor, stop), stop);

    public Task<IActionResult> OnPostDoneAsync(string shelf, string slug, CancellationToken stop) => Answer(shelf, slug, () => keep.Do(Occasion, EntryId, Actor, stop), stop);

    private static LocalDate? Read(string typed) => LocalDatePattern.Iso.Parse(typed.Trim()) is { Success: true } day ? day.Value : null;

    private async Task<IActionResult> Answer(string shelf, string slug, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Enter(shelf, slug, stop) is { } elsewhere) return elsewhere;
        if (!MayKeep) return Forbidden();
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell("commons.saved");
            return Redirect(Path);
        }

        await Reload(stop);
        await Load(stop);
        return Refused(outcome);
    }

    private async Task<IActionResult?> Enter(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        if (Occasion.Kind == OccasionKind.Moment || Occasion.Status == OccasionStatus.Proposed) return NotFound();
        var typed = Version;
        await Load(stop);
        if (Request.Method == "POST") Version = typed;
        return Good is not null ? null : MayKeep ? null : NotFound();
    }

    private async Task Load(CancellationToken stop)
    {
        Good = await Db.Set<CommonGood>().AsNoTracking().FirstOrDefaultAsync(g => g.OccasionId == Occasion.Id, stop);
        Version = Good?.Version ?? 0;
        ModelState.Remove(nameof(Version));
        if (Good is null) return;
        Entries = await Db.Set<CommonEntry>().AsNoTracking().Where(e => e.GoodId == Good.Id).OrderByDescending(e => e.Day).ThenByDescending(e => e.Id).Take(MostEntries).ToListAsync(stop);
        Rota = await shifts.Of(Occasion.Id, MostShifts, stop);
    }
}
