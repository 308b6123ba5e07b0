using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Registers.Organisations;

/// <summary>One organisation: what it is, how to reach it, what it carries here.</summary>
public sealed class ShowPage(TrameDb db, CloseOrganisation close, IEnumerable<ICarried> carried) : TramePage
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public string Reason { get; set; } = "";

    public Organisation Organisation { get; private set; } = null!; // found by every handler, or 404

    public Territory? Territory { get; private set; }

    public IReadOnlyList<CarriedLine> Carried { get; private set; } = [];

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await Load(slug, stop)) return NotFound();
        Version = Organisation.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await Load(slug, stop)) return NotFound();
        if (!May(OrganisationActs.Close)) return Forbidden();
        var outcome = await close.Handle(new(Organisation.Id, Version, Organisation.ClosedAt is not null, Reason), Actor, stop);
        return outcome.Accepted ? Redirect($"{Request.PathBase}/organisations/{slug}") : Refused(outcome);
    }

    private async Task<bool> Load(string slug, CancellationToken stop)
    {
        if (await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Slug == slug, stop) is not { } organisation) return false;
        Organisation = organisation;
        Territory = await db.Set<Territory>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == organisation.TerritoryId, stop);
        var lines = new List<CarriedLine>();
        foreach (var source in carried) lines.AddRange(await source.By(organisation.Id, stop));
        Carried = lines;
        return true;
    }
}
