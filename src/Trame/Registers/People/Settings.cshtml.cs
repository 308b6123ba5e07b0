using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;

namespace Trame.Registers.People;

/// <summary>What a space decides for itself.</summary>
public sealed class SettingsPage(TrameDb db, ChangeSettings change) : PeoplePage
{
    [BindProperty] public string Seen { get; set; } = "";
    [BindProperty] public string Name { get; set; } = "";
    [BindProperty] public string Controller { get; set; } = "";
    [BindProperty] public string ControllerContact { get; set; } = "";
    [BindProperty] public string HelpPhone { get; set; } = "";
    [BindProperty] public string HelpHours { get; set; } = "";
    [BindProperty] public string HelpCounters { get; set; } = "";
    [BindProperty] public int SecrecyThreshold { get; set; }
    [BindProperty] public string Basemap { get; set; } = "";
    [BindProperty] public string BasemapCredit { get; set; } = "";
    [BindProperty] public string SchoolZone { get; set; } = "";
    [BindProperty] public int FreshMonths { get; set; }

    /// <summary>What someone else saved meanwhile, beside what this form says; null when nobody did.</summary>
    public ConflictView? Conflict { get; private set; }

    public IReadOnlyList<SelectListItem> Zones { get; } = [new(Texts.Get("people.settings.zone.none"), ""), new("A", "A"), new("B", "B"), new("C", "C")];

    public IReadOnlyList<SelectListItem> Counters { get; } =
    [
        new(Texts.Get("people.settings.counters.all"), new SpaceSettings().HelpCounters),
        .. SpaceSettings.CounterTypes.Select(t => new SelectListItem(Texts.Get($"people.settings.counters.{t}"), t)),
        new(Texts.Get("people.settings.counters.none"), ""),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!May(PeopleActs.ChangeSettings)) return Forbidden();
        var known = await SpaceSettings.Read(db, stop);
        Seen = ChangeSettings.Fingerprint(known);
        foreach (var (mine, theirs) in Pairs()) mine.SetValue(this, theirs.GetValue(known));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!May(PeopleActs.ChangeSettings)) return Forbidden();
        if (!ModelState.IsValid) return NotNumbers();
        var known = await SpaceSettings.Read(db, stop);
        var outcome = await change.Handle(new(Written(known), Seen), Actor, stop);
        if (outcome.Refusals.Contains(Refusal.Conflict)) Compare(await SpaceSettings.Read(db, stop));
        if (!outcome.Accepted) return Refused(outcome);
        Tell("people.settings.told");
        return Redirect($"{Request.PathBase}/reglages");
    }

    // The framework says so in its own words; we say it in ours.
    private IActionResult NotNumbers()
    {
        var wrong = ModelState.Where(s => s.Value!.Errors.Count > 0).ToList();
        foreach (var (_, state) in wrong) state!.Errors.Clear();
        return Refused(Outcome.Of(wrong.Select(s => new Refusal("people.settings.number", s.Key))));
    }

    // The form holds the settings that people change; the others stay as they are.
    private SpaceSettings Written(SpaceSettings known) => known with
    {
        Name = Name.Trim(), Controller = Controller.Trim(), ControllerContact = ControllerContact.Trim(), HelpPhone = HelpPhone.Trim(), HelpHours = HelpHours.Trim(), HelpCounters = HelpCounters.Trim(),
        SecrecyThreshold = SecrecyThreshold, Basemap = Basemap.Trim(), BasemapCredit = BasemapCredit.Trim(), SchoolZone = SchoolZone, FreshMonths = FreshMonths,
    };

    // Once both versions were shown, saving again is a choice: the form now knows what it would cover.
    private void Compare(SpaceSettings theirs)
    {
        Conflict = new([.. Pairs().Select(p => new ConflictView.Line(Texts.Get($"people.settings.{p.Mine.Name}"), $"{p.Mine.GetValue(this)}", $"{p.Theirs.GetValue(theirs)}")).Where(l => l.Differs)]);
        Seen = ChangeSettings.Fingerprint(theirs);
        ModelState.Remove(nameof(Seen));
    }

    private static IEnumerable<(System.Reflection.PropertyInfo Mine, System.Reflection.PropertyInfo Theirs)> Pairs() =>
        from mine in typeof(SettingsPage).GetProperties()
        where mine.IsDefined(typeof(BindPropertyAttribute), false) && mine.Name is not (nameof(Seen) or nameof(Sure))
        select (mine, typeof(SpaceSettings).GetProperty(mine.Name)!); // each question of the form bears the name of its setting
}
