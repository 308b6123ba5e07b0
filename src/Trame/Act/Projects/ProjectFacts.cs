using Trame.Foundation.Facts;

namespace Trame.Act.Projects;

/// <summary>A project started, stopped, went on, was done.</summary>
public static class ProjectFacts
{
    public static readonly FactKind Started = new("project.started");
    public static readonly FactKind Stopped = new("project.stopped");
    public static readonly FactKind Resumed = new("project.resumed");
    public static readonly FactKind Done = new("project.done");

    public static readonly IReadOnlyList<FactKind> All = [Started, Stopped, Resumed, Done];
}
