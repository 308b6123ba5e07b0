using Microsoft.EntityFrameworkCore;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Budgets;

/// <summary>Begins a participatory budget, says what it promises, and opens it, or says all that is missing.</summary>
public sealed class FrameBudget(TrameDb db, Rights rights, CurrentSpace space)
{
    /// <param name="Commune">Short name of the commune in its address.</param>
    public sealed record Started(string Name, string Commune);

    public sealed record Request(Guid BudgetId, int Version, string Name, BudgetFrame Frame);

    public async Task<Outcome<ParticipatoryBudget>> Start(Started started, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, BudgetActs.Run)) return Refusal.NotAllowed;
        var territory = await db.Set<Territory>().Where(t => t.Slug == started.Commune && t.Kind == TerritoryKind.Commune).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(stop);
        var refusals = new List<Refusal>(Lengths.Wrong(("Name", started.Name, ParticipatoryBudget.NameLength)));
        if (territory is null) refusals.Add(new("debates.commune.unknown", "Commune"));
        if (Foundation.Text.Blank.Is(started.Name)) refusals.Add(new("budget.name.missing", "Name"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        var budget = new ParticipatoryBudget(started.Name.Trim(), await FreeSlug.For(db.Set<ParticipatoryBudget>().Select(b => b.Slug), started.Name.Trim(), stop), territory!.Value, db.Now); // known: refused just above otherwise
        db.Add(budget);
        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? budget : saved;
    }

    public Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop) => Change(request.BudgetId, request.Version, actor, budget =>
    {
        var frame = request.Frame;
        var wrong = Lengths.Wrong(("Name", request.Name, ParticipatoryBudget.NameLength), ("Eligibility", frame.Eligibility, BudgetFrame.TextLength), ("Voters", frame.Voters, BudgetFrame.TextLength),
            ("Decider", frame.Decider, BudgetFrame.ShortLength), ("HelpNote", frame.HelpNote, BudgetFrame.TextLength)).ToList();
        return wrong.Count > 0 ? Outcome.Of(wrong) : budget.Set(request.Name, frame);
    }, stop);

    /// <summary>Opens it: from then on what was promised is kept as it was said.</summary>
    public Task<Outcome> Open(Guid budgetId, int version, Actor actor, CancellationToken stop) => Change(budgetId, version, actor, budget =>
    {
        var opened = budget.Open(SpaceCalendar.Of(space.Settings).Today(db.Now));
        if (opened.Accepted) db.Add(BudgetFacts.Of(BudgetFacts.Opened, budget, db.Now));
        return opened;
    }, stop);

    private async Task<Outcome> Change(Guid id, int version, Actor actor, Func<ParticipatoryBudget, Outcome> change, CancellationToken stop)
    {
        if (await db.Set<ParticipatoryBudget>().FirstOrDefaultAsync(b => b.Id == id, stop) is not { } budget) return Refusal.Gone;
        if (!rights.May(actor, BudgetActs.Run)) return Refusal.NotAllowed;
        var outcome = change(budget);
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        db.Expect(budget, version);
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
