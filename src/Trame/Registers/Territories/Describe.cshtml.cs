using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;

namespace Trame.Registers.Territories;

/// <summary>The form of a territory: its inhabitants, its postal codes, its centre.</summary>
public sealed class DescribeTerritoryPage(TrameDb db, DescribeTerritory describe) : TramePage
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string Population { get; set; } = "";
    [BindProperty] public string Year { get; set; } = "";
    [BindProperty] public string PostalCodes { get; set; } = "";
    [BindProperty] public string Latitude { get; set; } = "";
    [BindProperty] public string Longitude { get; set; } = "";
    [BindProperty] public string Source { get; set; } = "";

    public Territory Territory { get; private set; } = null!; // found by every handler, or 404

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!May(TerritoryActs.Describe)) return Forbidden();
        if (!await Load(slug, stop)) return NotFound();
        var culture = CultureInfo.CurrentCulture;
        (Version, Population, Year) = (Territory.Version, Territory.Population?.ToString(culture) ?? "", Territory.PopulationYear?.ToString(CultureInfo.InvariantCulture) ?? "");
        (PostalCodes, Latitude, Longitude) = (string.Join(", ", Territory.PostalCodes), Territory.Latitude?.ToString("0.######", culture) ?? "", Territory.Longitude?.ToString("0.######", culture) ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!May(TerritoryActs.Describe)) return Forbidden();
        if (!await Load(slug, stop)) return NotFound();
        if (Warned(("territories.describe.source", Source))) return Refused(PeopleWarning.Refusal);
        var outcome = await describe.Handle(new(Territory.Id, Version, Population, Year, PostalCodes, Latitude, Longitude, Source), Actor, stop);
        if (outcome.Refusals.Contains(Refusal.Conflict))
        {
            Version = Territory.Version; // the page says what is there now beside what was typed; the next save is against it
            ModelState.Remove(nameof(Version));
        }

        if (!outcome.Accepted) return Refused(outcome);
        Tell("territories.describe.saved");
        return Redirect($"{Request.PathBase}/territoires/{slug}");
    }

    private async Task<bool> Load(string slug, CancellationToken stop)
    {
        if (await db.Set<Territory>().AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug, stop) is not { } territory) return false;
        Territory = territory;
        return true;
    }
}
