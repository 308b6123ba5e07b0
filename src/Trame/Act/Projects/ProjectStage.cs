namespace Trame.Act.Projects;

/// <summary>Where a project stands. Stopping is an outcome like another: it has a reason, and it can start again.</summary>
public enum ProjectStage
{
    /// <summary>Nobody said when it starts: it is not guessed.</summary>
    Undated,
    Planned,
    Running,
    Stopped,
    Done,
}
