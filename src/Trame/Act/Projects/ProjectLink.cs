namespace Trame.Act.Projects;

/// <summary>A project is tied to a place, a moment, a dispositif under way, or follows another project. Seen from both sides. Holds: nothing follows itself, even from afar.</summary>
public sealed class ProjectLink
{
    private ProjectLink() { }

    public ProjectLink(Guid projectId, Guid targetId, LinkKind kind) => (ProjectId, TargetId, Kind) = (projectId, targetId, kind);

    public Guid ProjectId { get; private set; }
    public Guid TargetId { get; private set; }
    public LinkKind Kind { get; private set; }
}
