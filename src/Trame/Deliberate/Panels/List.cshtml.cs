using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Panels;

/// <summary>« Qui a été tiré au sort, pour répondre à quoi, et qu’a-t-on répondu ? »</summary>
public sealed class ListPage(TrameDb db, FrameConvention frame, CommuneChoices communes) : TramePage
{
    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Commune { get; set; } = "";

    public IReadOnlyList<Convention> All { get; private set; } = [];

    public IReadOnlyList<(string Slug, string Name)> Communes { get; private set; } = [];

    public bool MayRun => May(PanelActs.Run);

    public Task OnGetAsync(CancellationToken stop) => Load(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Outcome<Convention> outcome = Warned(("convention.name", Name)) ? Foundation.Privacy.PeopleWarning.Refusal : await frame.Start(new(Name, Commune), Actor, stop);
        if (outcome.Accepted) return Redirect($"{Request.PathBase}/conventions/{outcome.Value.Slug}/cadre");
        await Load(stop);
        return Refused(outcome.Plain);
    }

    private async Task Load(CancellationToken stop)
    {
        All = [.. (await db.Set<Convention>().AsNoTracking().ToListAsync(stop)).Where(c => c.Stage != ConventionStage.Draft || MayRun).OrderBy(c => c.Stage == ConventionStage.Answered).ThenByDescending(c => c.CreatedAt)];
        if (MayRun) Communes = await communes.Handle(stop);
    }
}
