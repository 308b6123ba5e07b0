using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Budgets;

/// <summary>Codes to print, cut and hand out: they are on this answer and nowhere else.</summary>
public sealed class CodesPage(TrameDb db, MakeCodes make) : BudgetPage(db)
{
    [BindProperty] public int Count { get; set; } = 24;

    public (int Made, int Used) Already { get; private set; }

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string Address => $"{Request.Scheme}://{Request.Host}{Path}/voter";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Enter(slug, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await make.Cards(Budget.Id, Count, Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Codes = outcome.Value;
        return Page();
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        if (await FindToKeep(slug, stop) is { } elsewhere) return elsewhere;
        Response.Headers.CacheControl = "no-store";
        var id = Budget.Id;
        Already = (await Db.Set<VotingCode>().CountAsync(c => c.BudgetId == id, stop), await Db.Set<VotingCode>().CountAsync(c => c.BudgetId == id && c.UsedBy != null, stop));
        return null;
    }
}
