using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Registers.Organisations;

/// <summary>The form of an organisation, new or known.</summary>
public sealed class DescribePage(TrameDb db, DescribeOrganisation describe) : TramePage
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string Kind { get; set; } = "";
    [BindProperty] public string Name { get; set; } = "";
    [BindProperty] public string Territory { get; set; } = "";
    [BindProperty] public string Address { get; set; } = "";
    [BindProperty] public string Phone { get; set; } = "";
    [BindProperty] public string Email { get; set; } = "";
    [BindProperty] public string Website { get; set; } = "";
    [BindProperty] public string Source { get; set; } = "";
    [BindProperty] public string Siret { get; set; } = "";
    [BindProperty] public string Rna { get; set; } = "";
    [BindProperty] public string Bce { get; set; } = "";

    public Organisation? Known { get; private set; }

    public IReadOnlyList<string> Communes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken stop)
    {
        if (!May(OrganisationActs.Describe)) return Forbidden();
        if (!await Load(slug, stop)) return NotFound();
        if (Known is not { } it) return Page();
        (Version, Kind, Name, Address, Phone, Email, Website) = (it.Version, EnumWords.Write(it.Kind), it.Name, it.Address ?? "", it.Phone ?? "", it.Email ?? "", it.Website ?? "");
        (Siret, Rna, Bce) = (it.Codes.GetValueOrDefault("siret", ""), it.Codes.GetValueOrDefault("rna", ""), it.Codes.GetValueOrDefault("bce", ""));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? slug, CancellationToken stop)
    {
        if (!May(OrganisationActs.Describe)) return Forbidden();
        if (!await Load(slug, stop)) return NotFound();
        var codes = new Dictionary<string, string> { ["siret"] = Siret, ["rna"] = Rna, ["bce"] = Bce };
        var outcome = await describe.Handle(new(Known?.Id, Version, Kind, Name, Territory, Address, Phone, Email, Website, codes, Source), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell("organisations.saved");
        return Redirect($"{Request.PathBase}/organisations/{outcome.Value.Slug}");
    }

    private async Task<bool> Load(string? slug, CancellationToken stop)
    {
        Communes = await db.Set<Territory>().AsNoTracking().Where(t => t.Kind == TerritoryKind.Commune).OrderBy(t => t.Name).Select(t => t.Name).Take(500).ToListAsync(stop);
        if (slug is null) return true;
        Known = await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Slug == slug, stop);
        return Known is not null;
    }
}
