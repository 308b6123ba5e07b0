using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Budgets;

/// <summary>A person came with a code and wants paper: the code is crossed off, and they take the sheet on top of the pile.</summary>
public sealed class CheckInPage(TrameDb db, CastBallot cast) : BudgetPage(db)
{
    [BindProperty] public string Code { get; set; } = "";

    public int Came { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Enter(slug, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await cast.CheckIn(Budget.Id, Code, Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        Tell("budget.checkin.done");
        return Redirect($"{Path}/emargement");
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        if (await FindToKeep(slug, stop) is { } elsewhere) return elsewhere;
        var id = Budget.Id;
        Came = await Db.Set<VotingCode>().CountAsync(c => c.BudgetId == id && c.UsedBy == Foundation.Facts.Channel.Paper, stop);
        return null;
    }
}
