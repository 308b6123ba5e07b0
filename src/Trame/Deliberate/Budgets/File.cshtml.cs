using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Foundation.Tables;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Deliberate.Budgets;

/// <summary>One project: what it is, what it costs and how that is known, what was decided and why, what it became.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class FilePage(TrameDb db, KeepFiles keep, ReadResults read) : BudgetPage(db)
{
    [BindProperty] public string State { get; set; } = "";
    [BindProperty] public string Cost { get; set; } = "";
    [BindProperty] public string CostNote { get; set; } = "";
    [BindProperty] public string Into { get; set; } = "";
    [BindProperty] public string Reason { get; set; } = "";
    [BindProperty] public string Appeal { get; set; } = "";

    public ProjectFile Project { get; private set; } = null!; // found first, or 404

    public Occasion? Became { get; private set; }

    public bool Funded { get; private set; }

    public bool MayDecide => MayKeep && Stage is BudgetStage.Proposing or BudgetStage.Studying;

    public bool MayAppeal => Stage is BudgetStage.Proposing or BudgetStage.Studying && Project.State is FileState.Refused or FileState.Merged && Project.Appeal.Length == 0;

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken stop)
    {
        if (await Load(slug, number, stop) is { } elsewhere) return elsewhere;
        (Version, State, CostNote, Cost) = (Project.Version, Project.State == FileState.Proposed ? "kept" : EnumWords.Write(Project.State), Project.CostNote, Project.CostCents is { } cents ? TypedQuantity.Write(true, cents) : "");
        return Page();
    }

    public Task<IActionResult> OnPostDecideAsync(string slug, int number, CancellationToken stop) => Answer(slug, number, async () =>
    {
        if (Warned(("budget.file.cost-note", CostNote), ("opinions.reason", Reason))) return PeopleWarning.Refusal;
        if (!EnumWords.TryRead<FileState>(State, out var state)) return new Refusal("budget.file.no-decision", "State");
        long? cost = NumberCells.Decimal(Cost) is { HasValue: true, Value: 0 } ? 0 : TypedQuantity.Read(true, Cost, BudgetFrame.MostCents);
        if (cost is null && Cost.Trim().Length > 0) return new Refusal("debates.amount.wrong", "Cost");
        return await keep.Decide(new(Project.Id, Version, state, cost, CostNote, int.TryParse(Into, CultureInfo.InvariantCulture, out var into) ? into : null, Reason), Actor, stop);
    }, stop);

    public Task<IActionResult> OnPostAppealAsync(string slug, int number, CancellationToken stop) => Answer(slug, number, async () =>
        Warned(("opinions.appeal", Appeal)) ? PeopleWarning.Refusal : await keep.Contest(Project.Id, Version, Appeal, Actor, stop), stop);

    public Task<IActionResult> OnPostBecomeAsync(string slug, int number, CancellationToken stop) => Answer(slug, number, async () =>
        Stage != BudgetStage.Counted ? new Refusal("budget.become.not-funded") : (await keep.Become(Budget, Project.Id, Version, await read.Of(Budget, stop), Actor, stop)).Plain, stop);

    private async Task<IActionResult> Answer(string slug, int number, Func<Task<Outcome>> act, CancellationToken stop)
    {
        if (await Load(slug, number, stop) is { } elsewhere) return elsewhere;
        var outcome = await act();
        if (!outcome.Accepted) return Refused(outcome);
        Tell("budget.saved");
        return Redirect($"{Path}/projets/{number}");
    }

    private async Task<IActionResult?> Load(string slug, int number, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        if (Files.FirstOrDefault(f => f.Number == number) is not { } file) return NotFound();
        Project = file;
        Became = file.OccasionId is { } id ? await Db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop) : null;
        if (Stage == BudgetStage.Counted && file.State == FileState.Kept) Funded = (await read.Of(Budget, stop)).Funds(number);
        return null;
    }
}
