using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;

namespace Trame.Deliberate.Budgets;

/// <summary>A budget on one page: how much, for what, by when; its projects and what became of each.</summary>
public sealed class ShowPage(TrameDb db, FrameBudget frame, CountBudget count) : BudgetPage(db)
{
    public IReadOnlyList<Refusal> Lacking { get; private set; } = [];

    /// <summary>Ballots in the box, sheets that wait for their second entry, people who came by paper.</summary>
    public (int Ballots, int Half, int Came, int Typed) Box { get; private set; }

    public string Seek { get; private set; } = "";

    public string Which { get; private set; } = "";

    public IEnumerable<ProjectFile> Shown => Files.Where(f => (Which.Length == 0 || EnumWords.Write(f.State) == Which) && (Seek.Length == 0 || $"{f.Name} {f.What} {f.Place} {f.Number}".Contains(Seek, StringComparison.CurrentCultureIgnoreCase)));

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "q")] string? seek, [FromQuery(Name = "etat")] string? which, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        (Seek, Which) = ((seek ?? "").Trim(), which ?? "");
        await Load(stop);
        return Page();
    }

    public Task<IActionResult> OnPostOpenAsync(string slug, CancellationToken stop) => Answer(slug, () => frame.Open(Budget.Id, Version, Actor, stop), "budget.opened", stop);

    public Task<IActionResult> OnPostCountAsync(string slug, CancellationToken stop) => Answer(slug, () => count.Handle(Budget.Id, Version, Actor, stop), "budget.counted", stop);

    private async Task<IActionResult> Answer(string slug, Func<Task<Outcome>> act, string said, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (!MayRun) return Forbidden();
        var outcome = await act();
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect(said == "budget.counted" ? $"{Path}/resultats" : Path);
        }

        await Find(slug, stop);
        await Load(stop);
        return Refused(outcome);
    }

    private async Task Load(CancellationToken stop)
    {
        var id = Budget.Id;
        if (Stage == BudgetStage.Draft) Lacking = [.. Budget.Lacks(Today)];
        if (!MayKeep || Stage is not (BudgetStage.Voting or BudgetStage.Counting)) return;
        var sheets = await Db.Set<BudgetSheet>().AsNoTracking().Where(s => s.BudgetId == id).ToListAsync(stop);
        Box = (await Db.Set<BudgetBallot>().CountAsync(b => b.BudgetId == id, stop), sheets.Count(s => !s.Counted && s.Entries.Count > 0), await Db.Set<VotingCode>().CountAsync(c => c.BudgetId == id && c.UsedBy == Foundation.Facts.Channel.Paper, stop), sheets.Count(s => s.Counted));
    }
}
