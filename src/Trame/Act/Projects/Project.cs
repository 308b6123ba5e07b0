using NodaTime;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>Something people make together over time: it starts, it lasts or stops, and stopping is an outcome.</summary>
public sealed class Project : Occasion
{
    private Project() { }

    public Project(string name, string slug, Guid territoryId, string source, Instant at) : base(OccasionKind.Project, name, slug, territoryId, source, at) { }
}
