using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Debates;

/// <summary>The debate on paper: what is to decide, its options with their cost, who decides and when, and lines to answer by pen (R3).</summary>
public sealed class PaperSheetPage(TrameDb db) : DebatePage(db)
{
    public string Address => $"{Request.Scheme}://{Request.Host}{Path}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Find(slug, stop) ?? Page();
}
