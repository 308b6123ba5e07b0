using NodaTime;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>Something people make together over time. Holds: what stopped has a reason; what is done can be taken up again; a day is never in the future nor before the start.</summary>
public sealed class Project : Occasion
{
    private Project() { }

    public Project(string name, string slug, Guid territoryId, string source, Instant at) : base(OccasionKind.Project, name, slug, territoryId, source, at) { }

    public ProjectStage StageOn(LocalDate today) => Status switch
    {
        OccasionStatus.Closed => ProjectStage.Done,
        OccasionStatus.Paused => ProjectStage.Stopped,
        _ when StartsOn is null => ProjectStage.Undated,
        _ => StartsOn <= today ? ProjectStage.Running : ProjectStage.Planned,
    };

    public Outcome Start(LocalDate day, LocalDate today, Instant at) =>
        StageOn(today) is not (ProjectStage.Undated or ProjectStage.Planned) ? new Refusal("projects.start.already") : Say("starts-on", day, at);

    public Outcome Stop(LocalDate today, string reason, Instant at) =>
        StageOn(today) is ProjectStage.Stopped or ProjectStage.Done ? new Refusal("projects.stop.already") : Pause(reason, at);

    /// <summary>What had stopped, or was done, goes on.</summary>
    public Outcome Resume(LocalDate today, Instant at)
    {
        if (StageOn(today) is not (ProjectStage.Stopped or ProjectStage.Done)) return new Refusal("projects.resume.running");
        var outcome = Reopen(at);
        return outcome.Accepted && EndsOn < today ? Say("ends-on", null, at) : outcome; // its end was not the end
    }

    public Outcome Finish(LocalDate day, LocalDate today, string note, Instant at)
    {
        if (StageOn(today) == ProjectStage.Done) return new Refusal("projects.finish.already");
        if (day < StartsOn) return new Refusal("projects.finish.before", "Day");
        var outcome = Say("ends-on", day, at);
        return outcome.Accepted ? Close(note, at) : outcome;
    }

    // Who said the dates until now goes on saying them.
    private Outcome Say(string key, LocalDate? day, Instant at)
    {
        var field = OccasionField.Named(key);
        return Describe(field, day is { } d ? LocalDatePattern.Iso.Format(d) : "", ShownSource(field), at);
    }
}
