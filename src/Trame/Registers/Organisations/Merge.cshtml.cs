using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Organisations;

/// <summary>Two records side by side: which one stays, and for each field which word is shown.</summary>
public sealed class MergePage(TrameDb db, MergeOrganisations merge) : TramePage
{
    [BindProperty] public int KeptVersion { get; set; }

    [BindProperty] public int DuplicateVersion { get; set; }

    public Organisation Kept { get; private set; } = null!; // found by every handler, or 404

    public Organisation Duplicate { get; private set; } = null!;

    public IReadOnlyList<(OrganisationField Field, string Mine, string Theirs)> Lines { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Territories { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(Guid garder, Guid doublon, CancellationToken stop)
    {
        if (await Load(garder, doublon, stop) is { } elsewhere) return elsewhere;
        (KeptVersion, DuplicateVersion) = (Kept.Version, Duplicate.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid garder, Guid doublon, CancellationToken stop)
    {
        if (await Load(garder, doublon, stop) is { } elsewhere) return elsewhere;
        var sent = await Request.ReadFormAsync(stop);
        var theirs = OrganisationField.All.Where(f => sent[$"garder-{f.Key}"] == "theirs").Select(f => f.Key).ToList();
        var outcome = await merge.Handle(new(garder, KeptVersion, doublon, DuplicateVersion, theirs), Actor, stop);
        if (!outcome.Accepted)
        {
            ModelState.Clear();
            db.ChangeTracker.Clear();
            await Load(garder, doublon, stop);
            (KeptVersion, DuplicateVersion) = (Kept.Version, Duplicate.Version);
            return Refused(outcome);
        }

        Tell("organisations.merge.done");
        return Redirect($"{Request.PathBase}/organisations/{Kept.Slug}/historique");
    }

    private async Task<IActionResult?> Load(Guid kept, Guid duplicate, CancellationToken stop)
    {
        if (!May(OrganisationActs.Merge)) return Forbidden();
        var both = await db.Set<Organisation>().AsNoTracking().Where(o => o.Id == kept || o.Id == duplicate).ToListAsync(stop);
        if (both.Find(o => o.Id == kept) is not { } mine || both.Find(o => o.Id == duplicate) is not { } theirs) return NotFound();
        (Kept, Duplicate) = (mine, theirs);
        Lines = [.. OrganisationField.All.Where(f => f.Key != "source").Select(f => (f, f.Read(mine), f.Read(theirs))).Where(l => l.Item2.Length + l.Item3.Length > 0)];
        Territories = await OrganisationWords.Territories(db, [$"{mine.TerritoryId}", $"{theirs.TerritoryId}"], stop);
        return null;
    }
}
