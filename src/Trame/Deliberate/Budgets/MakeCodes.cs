using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Deliberate.Budgets;

/// <summary>Prints codes to hand out, and sheets of paper to vote on. A code is seen once, on the card; here only what recognises it is kept.</summary>
public sealed class MakeCodes(TrameDb db, Rights rights, CurrentSpace space)
{
    public const int MostAtOnce = 200;
    public const int Most = 200_000;

    public Task<Outcome<IReadOnlyList<string>>> Cards(Guid budgetId, int count, Actor actor, CancellationToken stop) => Make<VotingCode>(budgetId, count, code => new VotingCode(budgetId, code), actor, stop);

    public Task<Outcome<IReadOnlyList<string>>> Sheets(Guid budgetId, int count, Actor actor, CancellationToken stop) => Make<BudgetSheet>(budgetId, count, code => new BudgetSheet(budgetId, code), actor, stop);

    private async Task<Outcome<IReadOnlyList<string>>> Make<T>(Guid budgetId, int count, Func<string, object> make, Actor actor, CancellationToken stop) where T : class
    {
        if (!rights.May(actor, BudgetActs.Keep)) return Refusal.NotAllowed;
        if (await db.Set<ParticipatoryBudget>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == budgetId, stop) is not { } budget) return Refusal.Gone;
        if (budget.StageOn(SpaceCalendar.Of(space.Settings).Today(db.Now)) is BudgetStage.Draft or BudgetStage.Counting or BudgetStage.Counted) return new Refusal("budget.codes.closed");
        if (count is < 1 or > MostAtOnce || await db.Set<T>().CountAsync(stop) + count > Most) return new Refusal("budget.codes.count", "Count", $"{MostAtOnce}");
        List<string> codes = [.. Enumerable.Range(0, count).Select(_ => Tokens.Code(3))];
        db.AddRange(codes.Select(make));
        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? codes : saved;
    }
}
