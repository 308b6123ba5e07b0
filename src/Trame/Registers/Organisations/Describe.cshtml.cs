using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
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

    [BindProperty] public bool EvenIfAlike { get; set; }

    public IReadOnlyList<Organisation> Alike => describe.Alike;

    public Organisation? Known { get; private set; }

    /// <summary>What someone else saved while this form was open, where it is not what is typed here.</summary>
    public IReadOnlyList<(string Question, string Answer)> Theirs { get; private set; } = [];

    public IReadOnlyList<string> Communes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken stop)
    {
        if (!May(OrganisationActs.Describe)) return Forbidden();
        if (!await Load(slug, stop)) return NotFound();
        if (Known is not { } it) return Page();
        (Version, Kind, Name, Address, Phone, Email, Website) = (it.Version, EnumWords.Write(it.Kind), it.Name, it.Address ?? "", it.Phone ?? "", it.Email ?? "", it.Website ?? "");
        Territory = await db.Set<Territory>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == it.TerritoryId, stop) is { } commune ? Label(commune) : "";
        (Siret, Rna, Bce) = (it.Codes.GetValueOrDefault("siret", ""), it.Codes.GetValueOrDefault("rna", ""), it.Codes.GetValueOrDefault("bce", ""));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? slug, CancellationToken stop)
    {
        if (!May(OrganisationActs.Describe)) return Forbidden();
        if (!await Load(slug, stop)) return NotFound();
        var codes = new Dictionary<string, string> { ["siret"] = Siret, ["rna"] = Rna, ["bce"] = Bce };
        if (Warned(("occasions.source", Source))) return Refused(PeopleWarning.Refusal);
        var outcome = await describe.Handle(new(Known?.Id, Version, Kind, Name, Territory, Address, Phone, Email, Website, codes, Source, EvenIfAlike), Actor, stop);
        if (!outcome.Accepted) return Again(outcome.Plain);
        Tell("organisations.saved");
        return Redirect($"{Request.PathBase}/organisations/{outcome.Value.Slug}");
    }

    // Someone saved meanwhile: what they said is shown beside each question, what was typed here stays, and the next save is against it.
    private IActionResult Again(Outcome outcome)
    {
        if (outcome.Refusals.Contains(Refusal.Conflict) && Known is not null)
        {
            Theirs = [.. OrganisationField.All.Where(f => Typed(f.Key) is { } mine && mine != f.Read(Known)).Select(f => (f.TextKey, OrganisationWords.Say(f, f.Read(Known), new Dictionary<string, string>())))];
            Version = Known.Version;
            ModelState.Remove(nameof(Version));
        }

        return Refused(outcome);
    }

    private string? Typed(string key) => key switch
    {
        "name" => Name, "kind" => Kind, "address" => Address, "phone" => Phone, "email" => Email, "website" => Website, "siret" => Siret, "rna" => Rna, "bce" => Bce, _ => null,
    };

    private static string Label(Territory territory) => (territory.CodeOf("insee") ?? territory.CodeOf("nis5")) is { } code ? $"{territory.Name} ({code})" : territory.Name;

    private async Task<bool> Load(string? slug, CancellationToken stop)
    {
        Communes = [.. (await db.Set<Territory>().AsNoTracking().Where(t => t.Kind == TerritoryKind.Commune).OrderBy(t => t.Name).Take(500).ToListAsync(stop)).Select(Label)];
        if (slug is null) return true;
        Known = await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Slug == slug, stop);
        return Known is { MergedIntoId: null };
    }
}
