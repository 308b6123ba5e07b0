namespace Trame.Act.Projects;

/// <summary>Where a project stands. Stopping is an outcome like another: it has a reason, what was learned stays, and it can start again. See <c>Vocabulary.Stages</c>.</summary>
public enum ProjectStage
{
    /// <summary>Somebody said it; nobody said yet when it starts.</summary>
    Idea,

    /// <summary>Some people or an organisation stand behind it.</summary>
    Supported,

    /// <summary>Who brings what is written and signed.</summary>
    Contracted,
    Running,
    Stopped,
    Done,
}
