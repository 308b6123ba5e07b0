using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Registers.Organisations;

/// <summary>One organisation: what it is, how to reach it, what it carries here.</summary>
public sealed class ShowPage(TrameDb db, CloseOrganisation close, FindAlikeOrganisations alike, IEnumerable<ICarried> carried) : TramePage
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Reason { get; set; } = "";

    public Organisation Organisation { get; private set; } = null!; // found by every handler, or 404

    public Territory? Territory { get; private set; }

    public IReadOnlyList<CarriedLine> Carried { get; private set; } = [];

    /// <summary>Records that may be the same one, for who may merge them.</summary>
    public IReadOnlyList<Organisation> Alike { get; private set; } = [];

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await Load(slug, stop)) return NotFound();
        if (Organisation.MergedIntoId is { } into) return Redirect($"{Request.PathBase}/organisations/{await db.Set<Organisation>().Where(o => o.Id == into).Select(o => o.Slug).FirstAsync(stop)}");
        Version = Organisation.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await Load(slug, stop)) return NotFound();
        if (!May(OrganisationActs.Close)) return Forbidden();
        if (Warned(("occasions.state.reason", Reason))) return Refused(PeopleWarning.Refusal);
        var outcome = await close.Handle(new(Organisation.Id, Version, Organisation.ClosedAt is not null, Reason), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell(Organisation.ClosedAt is null ? "organisations.closed.told" : "organisations.reopened.told");
        return Redirect($"{Request.PathBase}/organisations/{slug}");
    }

    private async Task<bool> Load(string slug, CancellationToken stop)
    {
        if (await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Slug == slug, stop) is not { } organisation) return false;
        Organisation = organisation;
        Territory = await db.Set<Territory>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == organisation.TerritoryId, stop);
        var lines = new List<CarriedLine>();
        foreach (var source in carried) lines.AddRange(await source.By(organisation.Id, stop));
        Carried = lines;
        if (May(OrganisationActs.Merge)) Alike = await alike.To(organisation.Id, organisation.Name, organisation.TerritoryId, organisation.Codes, stop);
        return true;
    }
}
