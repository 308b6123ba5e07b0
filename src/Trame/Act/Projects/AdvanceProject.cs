using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>A project starts, stops with its reason, goes on, or is done: its page says so, its history says why, and the fact is kept.</summary>
public sealed class AdvanceProject(TrameDb db, Rights rights, CurrentSpace space)
{
    public const int ReasonLength = 300;

    /// <param name="Step">Where the project goes: running (it starts, or goes on), stopped or done.</param>
    /// <param name="Reason">Why it stopped; what it gave when it is done. Free text: the page has it read again first.</param>
    public sealed record Request(Guid ProjectId, int Version, ProjectStage Step, LocalDate Day, string Reason, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (await db.Set<Project>().FirstOrDefaultAsync(p => p.Id == request.ProjectId && p.MergedIntoId == null, stop) is not { } project) return Refusal.Gone;
        if (!rights.May(actor, ProjectActs.Advance, project)) return Refusal.NotAllowed;
        var calendar = SpaceCalendar.Of(space.Settings);
        var (today, reason) = (calendar.Today(db.Now), request.Reason.Trim());
        var refusals = new List<Refusal>();
        if (request.Day > today) refusals.Add(new Refusal("projects.day.future", "Day"));
        if (reason.Length > ReasonLength) refusals.Add(new Refusal("occasions.field.long", "Reason", $"{ReasonLength}", $"{reason.Length}"));
        if (request.Step == ProjectStage.Stopped && reason.Length == 0) refusals.Add(new Refusal("projects.stop.no-reason", "Reason"));
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var (kind, outcome) = Step(project, request, today, reason);
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        db.Expect(project, request.Version);
        db.Add(new Fact(kind, project.TerritoryId, request.Channel, At(request.Day, today, calendar), db.Now)
        {
            SubjectType = "occasion", SubjectId = project.Id, Organisations = project.OrganisationId is { } organisation ? [organisation] : [],
        });
        db.Author = (actor with { Channel = request.Channel }).As(reason);
        return await db.Save(stop);
    }

    private (FactKind, Outcome) Step(Project project, Request request, LocalDate today, string reason) => (request.Step, project.StageOn(today)) switch
    {
        (ProjectStage.Running, ProjectStage.Undated or ProjectStage.Planned) => (ProjectFacts.Started, project.Start(request.Day, today, db.Now)),
        (ProjectStage.Running, _) => (ProjectFacts.Resumed, project.Resume(today, db.Now)),
        (ProjectStage.Stopped, _) => (ProjectFacts.Stopped, project.Stop(today, reason, db.Now)),
        (ProjectStage.Done, _) => (ProjectFacts.Done, project.Finish(request.Day, today, reason, db.Now)),
        _ => (default, new Refusal("projects.step.unknown")),
    };

    // Today, at this moment; another day at noon, so that no time zone moves it.
    private Instant At(LocalDate day, LocalDate today, SpaceCalendar calendar) => day == today ? db.Now : day.At(LocalTime.Noon).InZoneLeniently(calendar.Zone).ToInstant();
}
