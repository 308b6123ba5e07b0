using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;

namespace Trame.Act.CitizenDays;

/// <summary>The team corrects a worksite, keeps it or says why not.</summary>
public sealed class EditSitePage(TrameDb db, ReadDay read, KeepWorksite keep) : SitePage(db, read)
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public string State { get; set; } = "";

    [BindProperty] public string Reason { get; set; } = "";

    public Worksite Site { get; private set; } = null!; // every handler finds it first, or answers 404

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken stop)
    {
        if (await Enter(slug, number, stop) is { } elsewhere) return elsewhere;
        Show(Site);
        (Version, State, Reason) = (Site.Version, EnumWords.Write(Site.State == WorksiteState.Proposed ? WorksiteState.Kept : Site.State), Site.Reason);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int number, CancellationToken stop)
    {
        if (await Enter(slug, number, stop) is { } elsewhere) return elsewhere;
        Outcome outcome = !EnumWords.TryRead<WorksiteState>(State, out var state) ? new Refusal("days.site.state.unknown", "State")
            : SiteWarned() || Warned(("days.site.reason", Reason)) ? PeopleWarning.Refusal : await keep.Handle(new(Site.Id, Version, Typed, state, Reason), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("days.saved");
        return Redirect($"{Path}/preparer#chantiers");
    }

    private async Task<IActionResult?> Enter(string slug, int number, CancellationToken stop)
    {
        if (!await Find(slug, stop) || Sites.FirstOrDefault(s => s.Number == number) is not { } site) return NotFound();
        Site = site;
        return MayKeep ? null : Forbidden();
    }
}
