using Microsoft.AspNetCore.Mvc;
using Trame.Engines.Sortition;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Panels;

/// <summary>The draw, in front of everyone: what was committed, the values that are read out, the panel that follows, and how to check it all.</summary>
public sealed class CeremonyPage(TrameDb db, CommitDraw commit) : ConventionPage(db)
{
    [BindProperty] public string Values { get; set; } = "";

    public DrawVerdict Verdict { get; private set; } = null!; // read with the file, or 404

    public Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => Show(slug, stop);

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await commit.Reveal(Convention.Id, Version, Values, Actor, stop);
        if (outcome.Accepted)
        {
            Tell("convention.drawn");
            return Redirect($"{Path}/tirage");
        }

        Db.ChangeTracker.Clear();
        return await Show(slug, stop) is NotFoundResult gone ? gone : Refused(outcome);
    }

    private async Task<IActionResult> Show(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (await commit.File(Convention, stop) is not { } text) return NotFound();
        Verdict = PublicDraw.Verify(text);
        return Page();
    }
}
