using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Budgets;

/// <summary>Ballots of paper to print: a code in two places, on the ballot and on the stub that the voter keeps.</summary>
public sealed class SheetsPage(TrameDb db, MakeCodes make) : BudgetPage(db)
{
    [BindProperty] public int Count { get; set; } = 20;

    public int Already { get; private set; }

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Enter(slug, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await make.Sheets(Budget.Id, Count, Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Codes = outcome.Value;
        return Page();
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        if (await FindToKeep(slug, stop) is { } elsewhere) return elsewhere;
        Response.Headers.CacheControl = "no-store";
        var id = Budget.Id;
        Already = await Db.Set<BudgetSheet>().CountAsync(s => s.BudgetId == id, stop);
        return null;
    }
}
