using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>
/// Something people make together over time. Holds: it is supported once it says which lasting reason to cooperate it creates; what stopped has a reason and
/// says what was learned; what is done can be taken up again; a day is never in the future nor before the start.
/// </summary>
public sealed class Project : Occasion
{
    private Project() { }

    public Project(string name, string slug, Guid territoryId, string source, Instant at) : base(OccasionKind.Project, name, slug, territoryId, source, at) =>
        EarlyStage = EnumWords.Write(ProjectStage.Idea);

    /// <summary>The notebook: tasks, decisions, expenses.</summary>
    public List<ProjectLine> Lines { get; private set; } = [];

    public ProjectStage StageOn(LocalDate today) => StageOf(Status, StartsOn, EarlyStage, today);

    /// <summary>What has a first day behind it is under way, whatever was agreed before; the search by stage says the same.</summary>
    public static ProjectStage StageOf(OccasionStatus status, LocalDate? startsOn, string earlyStage, LocalDate today) => status switch
    {
        OccasionStatus.Closed => ProjectStage.Done,
        OccasionStatus.Paused => ProjectStage.Stopped,
        _ when startsOn <= today => ProjectStage.Running,
        _ => EnumWords.TryRead<ProjectStage>(earlyStage, out var stage) ? stage : ProjectStage.Idea,
    };

    public Outcome Support(LocalDate today, Instant at)
    {
        if (StageOn(today) != ProjectStage.Idea) return new Refusal("projects.support.already");
        return Blank.Is(LastingReason) ? new Refusal("projects.support.no-lasting-reason", "Step") : Reach(ProjectStage.Supported, at);
    }

    /// <summary>Who brings what is signed. One that is under way already goes on.</summary>
    public Outcome Contract(LocalDate today, Instant at) =>
        StageOn(today) is ProjectStage.Stopped or ProjectStage.Done or ProjectStage.Contracted ? new Refusal("projects.contract.already") : Reach(ProjectStage.Contracted, at);

    public Outcome Start(LocalDate day, LocalDate today, Instant at) =>
        StageOn(today) is ProjectStage.Running or ProjectStage.Stopped or ProjectStage.Done ? new Refusal("projects.start.already") : Say("starts-on", LocalDatePattern.Iso.Format(day), at);

    public Outcome Stop(LocalDate today, string reason, Instant at) =>
        StageOn(today) is ProjectStage.Stopped or ProjectStage.Done ? new Refusal("projects.stop.already") : Pause(reason, at);

    /// <summary>What had stopped, or was done, goes on.</summary>
    public Outcome Resume(LocalDate today, Instant at)
    {
        if (StageOn(today) is not (ProjectStage.Stopped or ProjectStage.Done)) return new Refusal("projects.resume.running");
        var outcome = Reopen(at);
        return outcome.Accepted && EndsOn < today ? Say("ends-on", "", at) : outcome; // its end was not the end
    }

    public Outcome Finish(LocalDate day, LocalDate today, string note, Instant at)
    {
        if (StageOn(today) == ProjectStage.Done) return new Refusal("projects.finish.already");
        if (day < StartsOn) return new Refusal("projects.finish.before", "Day");
        var outcome = Say("ends-on", LocalDatePattern.Iso.Format(day), at);
        return outcome.Accepted ? Close(note, at) : outcome;
    }

    /// <summary>What was tried, learned, whom it helped: an answer left empty takes nothing away.</summary>
    public Outcome Learn(IReadOnlyDictionary<string, string> said, Instant at) =>
        Outcome.Of(said.Where(s => s.Value.Trim().Length > 0).SelectMany(s => Say(s.Key, s.Value, at).Refusals));

    public Outcome Note(ProjectLine line)
    {
        if (Lines.Count >= ProjectLine.Most) return new Refusal("projects.line.too-many");
        Lines = [.. Lines, line];
        return Outcome.Done;
    }

    public Outcome Change(Guid lineId, Func<ProjectLine, ProjectLine> change)
    {
        if (Lines.All(l => l.Id != lineId)) return Refusal.Gone;
        Lines = [.. Lines.Select(l => l.Id == lineId ? change(l) : l)];
        return Outcome.Done;
    }

    private Outcome Reach(ProjectStage stage, Instant at)
    {
        (EarlyStage, ChangedAt) = (EnumWords.Write(stage), at);
        return Outcome.Done;
    }

    // Who said it until now goes on saying it.
    private Outcome Say(string key, string value, Instant at)
    {
        var field = OccasionField.Named(key);
        return Describe(field, value, ShownSource(field), at);
    }
}
