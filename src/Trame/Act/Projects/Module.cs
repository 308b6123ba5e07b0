using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>Projects: what people make together over time; how they start, stop, go on and end.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => ProjectFacts.All;

    public IReadOnlyList<Type> Publishes => [typeof(Project), typeof(ProjectStage), typeof(ProjectFacts), typeof(ProjectActs)];

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(new OccasionBirth(OccasionKind.Project, (name, slug, territory, source, at) => new Project(name, slug, territory, source, at)));
        services.AddSingleton(ProjectActs.Advance).AddScoped<AdvanceProject>();
    }
}
