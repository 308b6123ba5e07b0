using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;

namespace Trame.Act.CitizenDays;

/// <summary>The day on paper, to pin up or pass round; typed back at a counter, it counts the same (R3).</summary>
public sealed class PaperSheetPage(TrameDb db, ReadDay read) : DayPage(db, read)
{
    public string Address => $"{Request.Scheme}://{Request.Host}{Path}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();
}
