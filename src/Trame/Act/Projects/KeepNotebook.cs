using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>The notebook of a project: something to do, decided or paid is written; a task is ticked; a line is taken off and can come back.</summary>
public sealed class KeepNotebook(TrameDb db, Rights rights)
{
    /// <param name="Day">As typed, may be empty.</param>
    /// <param name="Amount">Of an expense, in euros, as typed.</param>
    public sealed record Request(Guid ProjectId, int Version, LineKind Kind, string What, string Day, string Amount);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await Find(request.ProjectId, actor, stop) is not { Accepted: true } found) return Refused;
        var (what, day, refusals) = (request.What.Trim(), request.Day.Trim(), new List<Refusal>());
        var cents = request.Kind == LineKind.Expense ? Quantities.Read(WantKind.Money, request.Amount) : null;
        if (Blank.Is(what)) refusals.Add(new("projects.line.missing", "LineWhat"));
        if (what.Length > ProjectLine.WhatLength) refusals.Add(new("occasions.field.long", "LineWhat", $"{ProjectLine.WhatLength}", $"{what.Length}"));
        if (day.Length > 0 && !LocalDatePattern.Iso.Parse(day).Success) refusals.Add(new("occasions.field.date", "LineDay", day));
        if (request.Kind == LineKind.Expense && cents is null) refusals.Add(new("projects.line.amount", "LineAmount"));
        if (refusals.Count > 0) return Outcome.Of(refusals);
        return await Save(found.Value, request.Version, p => p.Note(new ProjectLine(Guid.CreateVersion7(), request.Kind, what, day, cents)), actor, stop);
    }

    /// <param name="Change">« done », « undone », « removed », « back ».</param>
    public sealed record Tick(Guid ProjectId, int Version, Guid LineId, string Change);

    public async Task<Outcome> Handle(Tick tick, Actor actor, CancellationToken stop)
    {
        if (await Find(tick.ProjectId, actor, stop) is not { Accepted: true } found) return Refused;
        return tick.Change switch
        {
            "done" or "undone" => await Save(found.Value, tick.Version, p => p.Change(tick.LineId, l => l with { Done = tick.Change == "done" }), actor, stop),
            "removed" or "back" => await Save(found.Value, tick.Version, p => p.Change(tick.LineId, l => l with { Removed = tick.Change == "removed" }), actor, stop),
            _ => new Refusal("projects.step.unknown"),
        };
    }

    private static readonly Outcome Refused = Refusal.NotAllowed;

    private async Task<Outcome<Project>> Find(Guid id, Actor actor, CancellationToken stop) =>
        await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == id && p.MergedIntoId == null, stop) is { } project && rights.May(actor, ProjectActs.Run, project) ? project : Refusal.NotAllowed;

    private async Task<Outcome> Save(Project project, int version, Func<Project, Outcome> change, Actor actor, CancellationToken stop)
    {
        var outcome = change(project);
        if (!outcome.Accepted) return outcome;
        db.Expect(project, version);
        db.Author = actor.As();
        return await db.Save(stop);
    }
}
