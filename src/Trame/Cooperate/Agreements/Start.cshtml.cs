using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Act.Projects;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;
using Trame.Registers.Organisations;

namespace Trame.Cooperate.Agreements;

/// <summary>Two sides begin to write: a name, and who they are.</summary>
public sealed class StartPage(TrameDb db, StartContract start) : TramePage
{
    private const int MostChoices = 500;

    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string First { get; set; } = "";

    [BindProperty] public string Second { get; set; } = "";

    /// <summary>Slug of the project it is about.</summary>
    [BindProperty] public string Project { get; set; } = "";

    /// <summary>Slug of the contract it goes on from.</summary>
    [BindProperty] public string Renews { get; set; } = "";

    public Contract? Renewed { get; private set; }

    public Project? About { get; private set; }

    public IReadOnlyList<string> Organisations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? projet, string? suite, CancellationToken stop)
    {
        (Project, Renews) = (projet ?? "", suite ?? "");
        if (!MaySomewhere(AgreementActs.Draft)) return Forbidden();
        await Load(stop);
        var (first, second) = (About?.OrganisationId ?? Renewed?.FirstId, Renewed?.SecondId);
        var names = await db.Set<Organisation>().Where(o => o.Id == first || o.Id == second).ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        if (first is { } f) First = names.GetValueOrDefault(f, "");
        if (second is { } s) Second = names.GetValueOrDefault(s, "");
        Name = About?.Name ?? Renewed?.Name ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!MaySomewhere(AgreementActs.Draft)) return Forbidden();
        await Load(stop);
        Outcome<Contract> outcome = Warned(("agreements.name", Name)) ? PeopleWarning.Refusal : await start.Handle(new(Name, First, Second, About?.Id, Renewed?.Id), Actor, stop);
        if (!outcome.Accepted) return outcome.Refusals.Contains(Refusal.NotAllowed) ? Forbidden() : Refused(outcome.Plain);
        return Redirect($"{Request.PathBase}/contrats/{outcome.Value.Slug}/ecrire");
    }

    private async Task Load(CancellationToken stop)
    {
        About = Project.Length > 0 ? await db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Slug == Project, stop) : null;
        Renewed = Renews.Length > 0 ? await db.Set<Contract>().AsNoTracking().FirstOrDefaultAsync(c => c.Slug == Renews, stop) : null;
        Organisations = await db.Set<Organisation>().AsNoTracking().Where(o => o.ClosedAt == null && o.MergedIntoId == null).OrderBy(o => o.Name).Take(MostChoices).Select(o => o.Name).ToListAsync(stop);
    }
}
