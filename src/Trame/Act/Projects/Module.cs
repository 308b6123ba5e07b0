using Trame.Foundation;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>Projects: what people make together over time.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(Project)];

    public void Register(IServiceCollection services) =>
        services.AddSingleton(new OccasionBirth(OccasionKind.Project, (name, slug, territory, source, at) => new Project(name, slug, territory, source, at)));
}
