using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Act.Projects;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Deliberate.Budgets;

/// <summary>Projects are proposed, studied with their real cost, kept, merged or refused with a reason, appealed against; once the vote begins the list does not move. What is funded becomes a project of « Faire ».</summary>
public sealed class KeepFiles(TrameDb db, Rights rights, CurrentSpace space, AddOccasion add)
{
    public const int Most = 500;

    /// <param name="StartedBy">As which group, or nothing.</param>
    /// <param name="Known">Address of a project of « Faire » that it is already, or nothing.</param>
    public sealed record Proposed(Guid BudgetId, string Name, string What, string Place, string StartedBy, string Known, Channel Channel);

    /// <param name="Into">For a merge: the number of the project that is kept.</param>
    public sealed record Decided(Guid FileId, int Version, FileState State, long? CostCents, string CostNote, int? Into, string Reason);

    public async Task<Outcome<ProjectFile>> Propose(Proposed proposed, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, BudgetActs.TakePart)) return Refusal.NotAllowed;
        if (await Budget(proposed.BudgetId, stop) is not { } budget) return Refusal.Gone;
        var stage = budget.StageOn(Today);
        var keeps = rights.May(actor, BudgetActs.Keep);
        if (stage != BudgetStage.Proposing && !(keeps && stage == BudgetStage.Studying)) return new Refusal("budget.propose.closed");
        var (name, known) = (proposed.Name.Trim(), await Known(proposed.Known, stop));
        var refusals = new List<Refusal>(Lengths.Wrong(("Name", name, ProjectFile.NameLength), ("What", proposed.What, ProjectFile.TextLength), ("Place", proposed.Place, BudgetFrame.ShortLength), ("StartedBy", proposed.StartedBy, BudgetFrame.ShortLength)));
        if (Blank.Is(name)) refusals.Add(new("budget.file.name.missing", "Name"));
        if (Blank.Is(proposed.What)) refusals.Add(new("budget.file.what.missing", "What"));
        if (proposed.Known.Trim().Length > 0 && known is null) refusals.Add(new("budget.file.known.unknown", "Known"));
        var all = await db.Set<ProjectFile>().AsNoTracking().Where(f => f.BudgetId == budget.Id).Select(f => new { f.Number, f.Name }).ToListAsync(stop);
        if (all.FirstOrDefault(f => Slug.From(f.Name) == Slug.From(name)) is { } same && name.Length > 0) refusals.Add(new("budget.file.same", "Name", $"{same.Number}"));
        if (all.Count >= Most) refusals.Add(new("budget.file.too-many", "Name", $"{Most}"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        var file = new ProjectFile(budget.Id, all.Count == 0 ? 1 : all.Max(f => f.Number) + 1, name, proposed.What.Trim(), proposed.Place.Trim(), proposed.StartedBy.Trim());
        if (known is { } occasion) file.Become(occasion);
        db.Add(file);
        db.Author = (actor with { Channel = proposed.Channel }).As();
        var saved = await db.Save(stop);
        return saved.Accepted ? file : saved;
    }

    public async Task<Outcome> Decide(Decided decided, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, BudgetActs.Keep)) return Refusal.NotAllowed;
        if (await db.Set<ProjectFile>().FirstOrDefaultAsync(f => f.Id == decided.FileId, stop) is not { } file || await Budget(file.BudgetId, stop) is not { } budget) return Refusal.Gone;
        if (budget.StageOn(Today) is not (BudgetStage.Proposing or BudgetStage.Studying)) return new Refusal("budget.file.frozen");
        var wrong = Lengths.Wrong(("CostNote", decided.CostNote, ProjectFile.ReasonLength), ("Reason", decided.Reason, ProjectFile.ReasonLength)).ToList();
        if (wrong.Count > 0) return Outcome.Of(wrong);
        if (decided.State == FileState.Merged && !await db.Set<ProjectFile>().AnyAsync(f => f.BudgetId == file.BudgetId && f.Number == decided.Into && f.State != FileState.Merged && f.State != FileState.Refused, stop)) return new Refusal("budget.file.into.unknown", "Into");
        var outcome = decided.State switch
        {
            FileState.Kept => file.Keep(decided.CostCents, decided.CostNote, decided.Reason, budget.EnvelopeCents ?? 0),
            FileState.Merged => file.Merge(decided.Into!.Value, decided.Reason), // found just above
            FileState.Refused => file.Refuse(decided.Reason),
            _ => new Refusal("budget.file.no-decision", "State"),
        };
        return await Save(outcome, file, decided.Version, actor, decided.Reason.Trim(), stop);
    }

    public async Task<Outcome> Contest(Guid fileId, int version, string appeal, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, BudgetActs.TakePart)) return Refusal.NotAllowed;
        if (await db.Set<ProjectFile>().FirstOrDefaultAsync(f => f.Id == fileId, stop) is not { } file || await Budget(file.BudgetId, stop) is not { } budget) return Refusal.Gone;
        if (budget.StageOn(Today) is not (BudgetStage.Proposing or BudgetStage.Studying)) return new Refusal("budget.file.frozen", "Appeal");
        var wrong = Lengths.Wrong(("Appeal", appeal, ProjectFile.ReasonLength)).ToList();
        return wrong.Count > 0 ? Outcome.Of(wrong) : await Save(file.Contest(appeal), file, version, actor, "", stop);
    }

    /// <summary>A funded project enters the register of « Faire », where its life goes on.</summary>
    public async Task<Outcome<Occasion>> Become(ParticipatoryBudget budget, Guid fileId, int version, BudgetResults results, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, BudgetActs.Keep)) return Refusal.NotAllowed;
        if (await db.Set<ProjectFile>().FirstOrDefaultAsync(f => f.Id == fileId && f.BudgetId == budget.Id, stop) is not { } file) return Refusal.Gone;
        if (!results.Funds(file.Number)) return new Refusal("budget.become.not-funded");
        if (file.OccasionId is not null) return new Refusal("budget.become.already");
        var ready = await add.Ready(new(OccasionKind.Project, new Dictionary<string, string> { ["name"] = file.Name, ["territory"] = $"{budget.TerritoryId}", ["description"] = file.What, ["address"] = file.Place }, budget.Name, Channel.Online, EvenIfAlike: true), actor, stop);
        if (!ready.Accepted) return ready;
        file.Become(ready.Value.Id);
        db.Expect(file, version);
        db.Author = actor.As();
        var saved = await db.Save(stop);
        return saved.Accepted ? ready : saved;
    }

    private LocalDate Today => SpaceCalendar.Of(space.Settings).Today(db.Now);

    private Task<ParticipatoryBudget?> Budget(Guid id, CancellationToken stop) => db.Set<ParticipatoryBudget>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, stop);

    private async Task<Guid?> Known(string typed, CancellationToken stop)
    {
        var slug = typed.Trim().Split('?')[0].TrimEnd('/').Split('/')[^1];
        return slug.Length == 0 ? null : await db.Set<Project>().Where(p => p.Slug == slug && p.MergedIntoId == null && p.Status != OccasionStatus.Proposed).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(stop);
    }

    private async Task<Outcome> Save(Outcome outcome, ProjectFile file, int version, Actor actor, string reason, CancellationToken stop)
    {
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        db.Expect(file, version);
        db.Author = actor.As(reason);
        return await db.Save(stop);
    }
}
