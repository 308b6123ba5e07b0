using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>A project finds support, is signed for, starts, stops with its reason, goes on, or is done: its page says so, its history says why, and the fact is kept.</summary>
public sealed class AdvanceProject(TrameDb db, Rights rights, CurrentSpace space)
{
    public const int ReasonLength = 300;

    /// <param name="Step">Where the project goes: running (it starts, or goes on), supported, contracted, stopped or done.</param>
    /// <param name="Reason">Who stands behind it; why it stopped; what it gave when it is done. Free text: the page has it read again first.</param>
    /// <param name="Learned">When it stops or ends: what others will want to know. Free text too, as what was tried and whom it helped.</param>
    public sealed record Request(Guid ProjectId, int Version, ProjectStage Step, LocalDate Day, string Reason, Channel Channel, string Tried = "", string Learned = "", string Helped = "");

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == request.ProjectId && p.MergedIntoId == null, stop) is not { } project) return Refusal.Gone;
        if (!rights.May(actor, ProjectActs.Advance, project)) return Refusal.NotAllowed;
        var calendar = SpaceCalendar.Of(space.Settings);
        var (today, reason) = (calendar.Today(db.Now), request.Reason.Trim());
        if (Wrong(project, request, today, reason).ToList() is { Count: > 0 } refusals) return Outcome.Of(refusals);

        var (kind, outcome) = Step(project, request, today, reason);
        if (outcome.Accepted && request.Step is ProjectStage.Stopped or ProjectStage.Done)
            outcome = outcome.And(project.Learn(new Dictionary<string, string> { ["tried"] = request.Tried, ["learned"] = request.Learned, ["helped"] = request.Helped }, db.Now));
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        db.Expect(project, request.Version);
        db.Add(ProjectFacts.Of(kind, project, request.Channel, At(request.Day, today, calendar), db.Now));
        db.Author = (actor with { Channel = request.Channel }).As(reason);
        return await db.Save(stop);
    }

    private static IEnumerable<Refusal> Wrong(Project project, Request request, LocalDate today, string reason)
    {
        if (request.Day > today) yield return new("projects.day.future", "Day");
        if (reason.Length > ReasonLength) yield return new("occasions.field.long", "Reason", $"{ReasonLength}", $"{reason.Length}");
        if (reason.Length == 0 && request.Step == ProjectStage.Stopped) yield return new("projects.stop.no-reason", "Reason");
        if (reason.Length == 0 && request.Step is ProjectStage.Supported or ProjectStage.Contracted) yield return new("projects.support.no-reason", "Reason");
        if (request.Step == ProjectStage.Stopped && request.Learned.Trim().Length + project.Learned.Length == 0) yield return new("projects.stop.nothing-learned", "Learned");
    }

    private (FactKind, Outcome) Step(Project project, Request request, LocalDate today, string reason) => (request.Step, project.StageOn(today)) switch
    {
        (ProjectStage.Supported, _) => (ProjectFacts.Supported, project.Support(today, db.Now)),
        (ProjectStage.Contracted, _) => (ProjectFacts.Contracted, project.Contract(today, db.Now)),
        (ProjectStage.Running, ProjectStage.Idea or ProjectStage.Supported or ProjectStage.Contracted) => (ProjectFacts.Started, project.Start(request.Day, today, db.Now)),
        (ProjectStage.Running, _) => (ProjectFacts.Resumed, project.Resume(today, db.Now)),
        (ProjectStage.Stopped, _) => (ProjectFacts.Stopped, project.Stop(today, reason, db.Now)),
        (ProjectStage.Done, _) => (ProjectFacts.Done, project.Finish(request.Day, today, reason, db.Now)),
        _ => (default, new Refusal("projects.step.unknown")),
    };

    // Today, at this moment; another day at noon, so that no time zone moves it.
    private Instant At(LocalDate day, LocalDate today, SpaceCalendar calendar) => day == today ? db.Now : day.At(LocalTime.Noon).InZoneLeniently(calendar.Zone).ToInstant();
}
