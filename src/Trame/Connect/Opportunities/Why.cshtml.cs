using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;

namespace Trame.Connect.Opportunities;

/// <summary>« Pourquoi ? » opens the computation: each part of the value, what was looked at, how near to the best, and what the dials say.</summary>
public sealed class WhyPage(TrameDb db, ReadOpportunities read) : OpportunityPage(db, read)
{
    public LastLook? Last { get; private set; }

    public OpportunityDials Dials { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        (Last, Dials) = (await LastLook.Of(Db, stop), await OpportunityDials.Of(Db, stop));
        return Page();
    }
}
