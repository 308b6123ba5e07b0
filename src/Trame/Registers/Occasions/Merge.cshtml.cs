using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Two records side by side: which one stays, and for each field which word is shown.</summary>
public sealed class MergePage(TrameDb db, MergeOccasions merge, FieldNames names) : TramePage
{
    [BindProperty] public int KeptVersion { get; set; }

    [BindProperty] public int DuplicateVersion { get; set; }

    public Occasion Kept { get; private set; } = null!; // found by every handler, or 404

    public Occasion Duplicate { get; private set; } = null!;

    public IReadOnlyList<(OccasionField Field, string Mine, string Theirs)> Lines { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync(Guid garder, Guid doublon, CancellationToken stop) => await Load(garder, doublon, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid garder, Guid doublon, CancellationToken stop)
    {
        if (await Load(garder, doublon, stop) is { } elsewhere) return elsewhere;
        var sent = await Request.ReadFormAsync(stop);
        var theirs = OccasionField.For(Kept.Kind).Where(f => sent[$"garder-{f.Key}"] == "theirs").Select(f => f.Key).ToList();
        var outcome = await merge.Handle(new(garder, KeptVersion, doublon, DuplicateVersion, theirs), Actor, stop);
        if (!outcome.Accepted)
        {
            ModelState.Clear();
            (KeptVersion, DuplicateVersion) = (Kept.Version, Duplicate.Version);
            return Refused(outcome);
        }

        Tell("occasions.merge.done");
        return Redirect($"{Request.PathBase}{OccasionShelf.Path(Kept)}/historique");
    }

    private async Task<IActionResult?> Load(Guid kept, Guid duplicate, CancellationToken stop)
    {
        if (!May(OccasionActs.Merge)) return Forbidden();
        var both = await db.Set<Occasion>().AsNoTracking().Where(o => o.Id == kept || o.Id == duplicate).ToListAsync(stop);
        if (both.Find(o => o.Id == kept) is not { } mine || both.Find(o => o.Id == duplicate) is not { } theirs || mine.Kind != theirs.Kind) return NotFound();
        (Kept, Duplicate) = (mine, theirs);
        if (HttpMethods.IsGet(Request.Method)) (KeptVersion, DuplicateVersion) = (mine.Version, theirs.Version);
        Lines = [.. OccasionField.For(mine.Kind).Select(f => (f, f.Read(mine), f.Read(theirs))).Where(l => l.Item2.Length + l.Item3.Length > 0)];
        Names = await names.Of(Lines.SelectMany(l => new[] { (l.Field, l.Mine), (l.Field, l.Theirs) }), stop);
        return null;
    }
}
