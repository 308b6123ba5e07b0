using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Debates;

/// <summary>Numbered cards to print, cut and hand out: the codes are on this answer and nowhere else.</summary>
public sealed class CardsPage(TrameDb db, MakeCards make) : DebatePage(db)
{
    [BindProperty] public int Count { get; set; } = 24;

    public int Already { get; private set; }

    public IReadOnlyList<MakeCards.Made> Made { get; private set; } = [];

    public string AddressOf(string code) => $"{Request.Scheme}://{Request.Host}{Path}/salle?carte={code}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await make.Handle(Debate.Id, Count, Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Made = outcome.Value;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayRun) return Forbidden();
        var id = Debate.Id;
        Already = await Db.Set<DebateCard>().CountAsync(c => c.DebateId == id, stop);
        return null;
    }
}
