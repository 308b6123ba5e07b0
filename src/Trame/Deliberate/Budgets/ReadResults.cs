using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Budgets;

/// <summary>Counts a budget that was closed, and remembers it: its ballots do not change any more.</summary>
public sealed class ReadResults(TrameDb db, ReadResults.Kept kept)
{
    public sealed class Kept
    {
        internal ConcurrentDictionary<Guid, BudgetResults> All { get; } = new();
    }

    public async Task<BudgetResults> Of(ParticipatoryBudget budget, CancellationToken stop)
    {
        if (kept.All.TryGetValue(budget.Id, out var known)) return known;
        var files = await db.Set<ProjectFile>().AsNoTracking().Where(f => f.BudgetId == budget.Id && f.State == FileState.Kept).OrderBy(f => f.Number).ToListAsync(stop);
        var ballots = await db.Set<BudgetBallot>().AsNoTracking().Where(b => b.BudgetId == budget.Id).Select(b => b.Lines).ToListAsync(stop);
        return kept.All[budget.Id] = await Task.Run(() => BudgetResults.Of(budget, files, ballots, stop), stop);
    }
}
