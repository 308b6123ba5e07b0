using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Budgets;

/// <summary>The vote is over and is counted, once. What codes were for is done: how many came by each way is kept, and the codes are erased.</summary>
public sealed class CountBudget(TrameDb db, Rights rights, CurrentSpace space)
{
    public async Task<Outcome> Handle(Guid budgetId, int version, Actor actor, CancellationToken stop)
    {
        if (await db.Set<ParticipatoryBudget>().FirstOrDefaultAsync(b => b.Id == budgetId, stop) is not { } budget) return Refusal.Gone;
        if (!rights.May(actor, BudgetActs.Run)) return Refusal.NotAllowed;
        var half = await db.Set<BudgetSheet>().Where(s => s.BudgetId == budgetId && !s.Counted).ToListAsync(stop);
        if (half.Count(s => s.Entries.Count > 0) is > 0 and var waiting) return new Refusal("budget.count.half", null, $"{waiting}");
        var used = await db.Set<VotingCode>().Where(c => c.BudgetId == budgetId && c.UsedBy != null).GroupBy(c => c.UsedBy).Select(g => new { Way = g.Key, Count = g.Count() }).ToListAsync(stop);
        var outcome = budget.Count(Enum.GetValues<Channel>().Select(way => used.Where(u => u.Way == way).Sum(u => u.Count)), SpaceCalendar.Of(space.Settings).Today(db.Now));
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        db.Add(BudgetFacts.Of(BudgetFacts.Counted, budget, db.Now, await db.Set<BudgetBallot>().CountAsync(b => b.BudgetId == budgetId, stop)));
        db.Expect(budget, version);
        db.Author = actor.As();
        var saved = await db.Save(stop);
        if (!saved.Accepted) return saved;
        await db.Set<VotingCode>().Where(c => c.BudgetId == budgetId).ExecuteDeleteAsync(stop);
        await transaction.CommitAsync(stop);
        return Outcome.Done;
    }
}
