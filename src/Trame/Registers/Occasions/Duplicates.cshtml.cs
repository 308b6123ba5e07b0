using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>Records that may be the same thing: the same kind and the same name, accents and capitals aside, in the same commune. Each pair leads to the page that merges.</summary>
public sealed class DuplicatesPage(TrameDb db) : TramePage
{
    private const int Most = 50;

    public IReadOnlyList<(Occasion First, Occasion Second)> Pairs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!May(OccasionActs.Merge)) return Forbidden();
        var living = db.Set<Occasion>().AsNoTracking().Where(o => o.MergedIntoId == null && o.Status != OccasionStatus.Closed);
        var twice = await living.GroupBy(o => new { o.Kind, o.TerritoryId, o.SortName }).Where(g => g.Count() > 1).OrderBy(g => g.Key.SortName).Take(Most).Select(g => g.Key.SortName).ToListAsync(stop);
        var found = await living.Where(o => twice.Contains(o.SortName)).OrderBy(o => o.SortName).ThenBy(o => o.CreatedAt).ThenBy(o => o.Id).ToListAsync(stop);
        Pairs = [.. found.GroupBy(o => (o.Kind, o.TerritoryId, o.SortName)).SelectMany(g => g.Skip(1).Select(other => (g.First(), other))).Take(Most)];
        return Page();
    }
}
