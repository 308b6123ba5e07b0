using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Budgets;

/// <summary>Voting with a code: at home, or in the booth, where the screen goes back to its beginning for the next person.</summary>
[EnableRateLimiting(RateLimits.Live)]
public sealed class VotePage(TrameDb db, CastBallot cast) : BudgetPage(db)
{
    [BindProperty] public string Code { get; set; } = "";

    /// <summary>Shown once, kept nowhere beside a code.</summary>
    public string Receipt { get; private set; } = "";

    public bool InBooth { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Enter(slug, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await cast.Handle(new(Budget.Id, Code, Lines, Blank, InBooth), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Receipt = outcome.Value;
        return Page();
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        Response.Headers.CacheControl = "no-store";
        InBooth = Request.Path.Value?.EndsWith("/isoloir", StringComparison.Ordinal) == true;
        return InBooth ? await FindToKeep(slug, stop) : await Find(slug, stop);
    }
}
