using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Opinions;

/// <summary>Numbered ballots of paper, to print and hand out: the same statements, the same three answers.</summary>
public sealed class PaperPage(TrameDb db) : OpinionPage(db)
{
    private const int MostAtOnce = 60;

    public int First { get; private set; }

    public int Count { get; private set; }

    public string Address => $"{Request.Scheme}://{Request.Host}{Root}";

    public async Task<IActionResult> OnGetAsync(string slug, int? de, int? nombre, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayKeep) return Forbidden();
        (First, Count) = (Math.Clamp(de ?? 1, 1, OpinionSheet.MostNumber), Math.Clamp(nombre ?? 2, 1, MostAtOnce));
        return Page();
    }
}
