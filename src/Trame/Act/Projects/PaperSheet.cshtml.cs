using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>What a project looks for, on paper: pinned up or passed round, typed back at a counter, and it counts the same (R3).</summary>
public sealed class PaperSheetPage(TrameDb db, FindWants wants) : OccasionPage(db)
{
    public IReadOnlyList<Want> Wants { get; private set; } = [];

    public string Address => $"{Request.Scheme}://{Request.Host}{ShowPath}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Find("projets", slug, stop) is { } elsewhere) return elsewhere;
        Wants = [.. (await wants.Of([Occasion.Id], stop))[Occasion.Id]];
        return Page();
    }
}
