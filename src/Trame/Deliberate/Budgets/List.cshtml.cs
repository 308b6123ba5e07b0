using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Budgets;

/// <summary>« Quel argent partage-t-on, et où en est-on ? »</summary>
public sealed class ListPage(TrameDb db, FrameBudget frame, CommuneChoices communes) : TramePage
{
    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public string Commune { get; set; } = "";

    public IReadOnlyList<ParticipatoryBudget> All { get; private set; } = [];

    public IReadOnlyList<(string Slug, string Name)> Communes { get; private set; } = [];

    public bool MayRun => May(BudgetActs.Run);

    public LocalDate Today => SpaceCalendar.Of(Here.Settings).Today(db.Now);

    public Task OnGetAsync(CancellationToken stop) => Load(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Outcome<ParticipatoryBudget> outcome = Warned(("budget.name", Name)) ? Foundation.Privacy.PeopleWarning.Refusal : await frame.Start(new(Name, Commune), Actor, stop);
        if (outcome.Accepted) return Redirect($"{Request.PathBase}/budgets/{outcome.Value.Slug}/regles");
        await Load(stop);
        return Refused(outcome.Plain);
    }

    private async Task Load(CancellationToken stop)
    {
        All = [.. (await db.Set<ParticipatoryBudget>().AsNoTracking().ToListAsync(stop)).Where(b => b.OpenedOn is not null || MayRun).OrderBy(b => b.StageOn(Today) == BudgetStage.Counted).ThenByDescending(b => b.VoteUntil)];
        if (MayRun) Communes = await communes.Handle(stop);
    }
}
