using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Budgets;

/// <summary>A ballot of paper, from the box, is typed; then a second time. It counts once both say the same.</summary>
public sealed class EntryPage(TrameDb db, CastBallot cast) : BudgetPage(db)
{
    [BindProperty] public string Code { get; set; } = "";

    public IReadOnlyList<string> Half { get; private set; } = [];

    public int Counted { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await Enter(slug, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        var outcome = await cast.Type(new(Budget.Id, Code, Lines, Blank), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell(outcome.Value.Counts ? "budget.entry.counts" : outcome.Value.Differs.Count > 0 ? "budget.entry.differs" : "budget.entry.first", VotingCode.Shown(Code), string.Join(", ", outcome.Value.Differs));
        return Redirect($"{Path}/saisie");
    }

    private async Task<IActionResult?> Enter(string slug, CancellationToken stop)
    {
        if (await FindToKeep(slug, stop) is { } elsewhere) return elsewhere;
        var id = Budget.Id;
        var sheets = await Db.Set<BudgetSheet>().AsNoTracking().Where(s => s.BudgetId == id).ToListAsync(stop);
        (Half, Counted) = ([.. sheets.Where(s => !s.Counted && s.Entries.Count > 0).Select(s => s.Code).Order(StringComparer.Ordinal)], sheets.Count(s => s.Counted));
        return null;
    }
}
