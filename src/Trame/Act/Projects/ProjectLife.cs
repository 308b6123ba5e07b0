using NodaTime;
using Trame.Foundation.Ui;

namespace Trame.Act.Projects;

/// <summary>A project as its page tells it; « _Life » writes it.</summary>
/// <param name="Steps">What happened, the latest first.</param>
/// <param name="Path">Its page, with the path of the space.</param>
/// <param name="Dates">From when to when, in words; null when nobody said.</param>
public sealed record ProjectLife(Project Project, LocalDate Today, IReadOnlyList<Want> Wants, IReadOnlyList<HistoryEntry> Steps, IReadOnlyList<ProjectTie> Ties, string Path, string? Dates, bool MayRun)
{
    private static readonly ProjectStage[] Road = [ProjectStage.Idea, ProjectStage.Supported, ProjectStage.Contracted, ProjectStage.Running, ProjectStage.Done];

    public ProjectStage Stage => Project.StageOn(Today);

    /// <summary>Can something still be promised?</summary>
    public bool TakesHands => Stage is not (ProjectStage.Stopped or ProjectStage.Done) && Wants.Count > 0;

    /// <summary>It stopped or ended: what it taught comes first.</summary>
    public bool IsOver => Stage is ProjectStage.Stopped or ProjectStage.Done;

    public IReadOnlyList<ProjectLine> Lines(LineKind kind) => [.. Project.Lines.Where(l => l.Kind == kind && !l.Removed).OrderBy(l => l.Done).ThenBy(l => l.Day.Length == 0 ? "9" : l.Day, StringComparer.Ordinal)];

    /// <summary>The line of its life: what was passed, where it is, what may come. What was skipped is not pretended; what stopped stops there.</summary>
    public IReadOnlyList<StepView> RoadMap()
    {
        var early = Foundation.Data.EnumWords.TryRead<ProjectStage>(Project.EarlyStage, out var read) ? read : ProjectStage.Idea;
        var begun = Project.StartsOn <= Today;
        var passed = Road.Where(s => s <= early || (s == ProjectStage.Running && begun)).ToList();
        if (Stage == ProjectStage.Stopped) return [.. passed.Select(s => Step(s, StepState.Done)), Step(ProjectStage.Stopped, StepState.Current)];
        if (Stage == ProjectStage.Done) return [.. passed.Append(ProjectStage.Done).Select(s => Step(s, StepState.Done))];
        return [.. Road.Where(s => passed.Contains(s) || s > Stage || s == Stage).Select(s => Step(s, s == Stage ? StepState.Current : passed.Contains(s) ? StepState.Done : StepState.ToCome))];
    }

    private static StepView Step(ProjectStage stage, StepState state) => new(Texts.Get($"occasions.stage.{Foundation.Data.EnumWords.Write(stage)}"), state);
}
