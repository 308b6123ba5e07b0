namespace Trame.Act.Projects;

/// <summary>Where a project stands. Stopping is an outcome like another: it has a reason, and it can start again.</summary>
public enum ProjectStage
{
    Planned,
    Running,
    Stopped,
    Done,
}
