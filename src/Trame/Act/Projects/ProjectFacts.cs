using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Act.Projects;

/// <summary>A project found support, was signed for, started, stopped, went on, was done; something was given to it.</summary>
public static class ProjectFacts
{
    public static readonly FactKind Supported = new("project.supported");
    public static readonly FactKind Contracted = new("project.contracted");
    public static readonly FactKind Started = new("project.started");
    public static readonly FactKind Stopped = new("project.stopped");
    public static readonly FactKind Resumed = new("project.resumed");
    public static readonly FactKind Done = new("project.done");
    public static readonly FactKind Contributed = new("contribution.made");

    /// <summary>The steps of its life, as its page tells them.</summary>
    public static readonly IReadOnlyList<FactKind> Steps = [Supported, Contracted, Started, Stopped, Resumed, Done];

    public static readonly IReadOnlyList<FactKind> All = [.. Steps, Contributed];

    public static Fact Of(FactKind kind, Project project, Channel channel, Instant at, Instant now) => new(kind, project.TerritoryId, channel, at, now)
    {
        SubjectType = "occasion", SubjectId = project.Id, Organisations = project.OrganisationId is { } organisation ? [organisation] : [],
    };
}
