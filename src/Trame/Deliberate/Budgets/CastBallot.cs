using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Deliberate.Budgets;

/// <summary>
/// Somebody votes with a code, at home or in the booth; or comes with a code, takes a sheet of paper, and the box is typed twice. The code is spent and the ballot is put in
/// the box in one transaction that leaves nothing common to both.
/// </summary>
public sealed class CastBallot(TrameDb db, Rights rights, CurrentSpace space)
{
    /// <param name="Blank">Wants to vote for nothing, and says so.</param>
    public sealed record Request(Guid BudgetId, string Code, IReadOnlyList<BallotLine> Lines, bool Blank, bool InBooth);

    public sealed record Sheet(Guid BudgetId, string Code, IReadOnlyList<BallotLine> Lines, bool Blank);

    /// <param name="Counts">Two entries agree: it counts.</param>
    /// <param name="Differs">Projects on which it differs from the entry before.</param>
    public sealed record Typed(bool Counts, IReadOnlyList<int> Differs);

    /// <returns>The receipt.</returns>
    public async Task<Outcome<string>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, request.InBooth ? BudgetActs.Keep : BudgetActs.TakePart)) return Refusal.NotAllowed;
        if (await Budget(request.BudgetId, stop) is not { } budget) return Refusal.Gone;
        if (budget.StageOn(Today) != BudgetStage.Voting) return new Refusal("budget.vote.closed");
        var wrong = await Wrong(budget, request.Lines, request.Blank, stop);
        if (!wrong.Accepted) return wrong;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await Spend(budget.Id, request.Code, request.InBooth ? Channel.Counter : Channel.Online, stop) is { } refusal) return refusal;
        var ballot = new BudgetBallot(budget.Id, Tokens.Code(3), request.Lines);
        db.Add(ballot);
        var saved = await db.Save(stop);
        if (!saved.Accepted) return saved;
        await transaction.CommitAsync(stop);
        return ballot.Receipt;
    }

    /// <summary>A person came with a code and takes a sheet: the code is spent, and which sheet it is nobody knows.</summary>
    public async Task<Outcome> CheckIn(Guid budgetId, string code, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, BudgetActs.Keep)) return Refusal.NotAllowed;
        if (await Budget(budgetId, stop) is not { } budget) return Refusal.Gone;
        if (budget.StageOn(Today) != BudgetStage.Voting) return new Refusal("budget.vote.closed");
        return await Spend(budgetId, code, Channel.Paper, stop) is { } refusal ? refusal : Outcome.Done;
    }

    public async Task<Outcome<Typed>> Type(Sheet sheet, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, BudgetActs.Keep)) return Refusal.NotAllowed;
        if (await Budget(sheet.BudgetId, stop) is not { } budget) return Refusal.Gone;
        if (budget.StageOn(Today) is not (BudgetStage.Voting or BudgetStage.Counting)) return new Refusal("budget.sheet.closed");
        var wrong = await Wrong(budget, sheet.Lines, sheet.Blank, stop);
        if (!wrong.Accepted) return wrong;
        var code = VotingCode.Shown(sheet.Code);
        if (await db.Set<BudgetSheet>().FirstOrDefaultAsync(s => s.BudgetId == budget.Id && s.Code == code, stop) is not { } row) return new Refusal("budget.sheet.unknown", "Code");
        var typed = row.Type(sheet.Lines);
        if (typed.Accepted && row.Counted && await db.Set<BudgetSheet>().CountAsync(s => s.BudgetId == budget.Id && s.Counted, stop) >= await db.Set<VotingCode>().CountAsync(c => c.BudgetId == budget.Id && c.UsedBy == Channel.Paper, stop))
            typed = new Refusal("budget.sheet.surplus", "Code");
        if (!typed.Accepted)
        {
            db.ChangeTracker.Clear();
            return typed.Plain;
        }

        if (row.Counted) db.Add(new BudgetBallot(budget.Id, row.Code, sheet.Lines));
        db.Author = (actor with { Channel = Channel.Paper }).As();
        var saved = await db.Save(stop);
        return saved.Accepted ? new Typed(row.Counted, typed.Value) : saved;
    }

    private NodaTime.LocalDate Today => SpaceCalendar.Of(space.Settings).Today(db.Now);

    private Task<ParticipatoryBudget?> Budget(Guid id, CancellationToken stop) => db.Set<ParticipatoryBudget>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, stop);

    // One statement: of two who send the same code at once, one alone finds it free.
    private async Task<Refusal?> Spend(Guid budgetId, string code, Channel by, CancellationToken stop)
    {
        if (VotingCode.Plain(code).Length == 0) return new Refusal("budget.code.missing", "Code");
        var key = VotingCode.KeyOf(budgetId, code);
        if (await db.Set<VotingCode>().Where(c => c.BudgetId == budgetId && c.CodeHash == key && c.UsedBy == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedBy, (Channel?)by), stop) == 1) return null;
        return await db.Set<VotingCode>().AnyAsync(c => c.BudgetId == budgetId && c.CodeHash == key, stop) ? new Refusal("budget.code.used", "Code") : new Refusal("budget.code.unknown", "Code");
    }

    private async Task<Outcome> Wrong(ParticipatoryBudget budget, IReadOnlyList<BallotLine> lines, bool blank, CancellationToken stop)
    {
        var costs = await db.Set<ProjectFile>().Where(f => f.BudgetId == budget.Id && f.State == FileState.Kept).ToDictionaryAsync(f => f.Number, f => f.CostCents ?? 0, stop);
        return Outcome.Of(BallotRules.Wrong(budget, costs, lines, blank));
    }
}
