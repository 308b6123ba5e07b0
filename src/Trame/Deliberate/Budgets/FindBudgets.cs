using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Budgets;

/// <summary>Budgets as other pages tell of them: the one a project comes from, those of a territory.</summary>
public sealed class FindBudgets(TrameDb db) : ICarried
{
    public async Task<IReadOnlyList<BudgetLine>> Of(Guid occasionId, CancellationToken stop) =>
        await (from f in db.Set<ProjectFile>() where f.OccasionId == occasionId join b in db.Set<ParticipatoryBudget>() on f.BudgetId equals b.Id where b.OpenedOn != null orderby b.Name select new BudgetLine(b.Name, b.Slug, f.Number)).ToListAsync(stop);

    Task<IReadOnlyList<CarriedLine>> ICarried.By(Guid organisationId, CancellationToken stop) => Task.FromResult<IReadOnlyList<CarriedLine>>([]); // who pays is said in words, not from the register

    async Task<IReadOnlyList<CarriedLine>> ICarried.In(Guid territoryId, CancellationToken stop) =>
        [.. (await db.Set<ParticipatoryBudget>().Where(b => b.TerritoryId == territoryId && b.OpenedOn != null && b.CountedOn == null).OrderBy(b => b.Name).Select(b => new { b.Name, b.Slug }).ToListAsync(stop)).Select(b => new CarriedLine(b.Name, $"/budgets/{b.Slug}", "budget.budget"))];
}
