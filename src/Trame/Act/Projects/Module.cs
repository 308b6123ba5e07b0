using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Act.Projects;

/// <summary>Projects: what people make together over time; what they look for and receive; how they find support, start, stop, go on and end, and what is learned.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => ProjectFacts.All;

    public IReadOnlyList<Type> Publishes =>
    [
        typeof(Project), typeof(ProjectStage), typeof(ProjectFacts), typeof(ProjectActs), typeof(Want), typeof(Contribution), typeof(ProjectLink), typeof(Quantities),
        typeof(FindWants), typeof(FindTies), typeof(SignForProject), typeof(ProjectLife),
    ];

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(new OccasionBirth(OccasionKind.Project, (name, slug, territory, source, at) => new Project(name, slug, territory, source, at)));
        foreach (var act in ProjectActs.All) services.AddSingleton(act);
        services.AddScoped<AdvanceProject>().AddScoped<SignForProject>().AddScoped<KeepWant>().AddScoped<KeepNotebook>().AddScoped<TieProject>();
        services.AddScoped<PledgeContribution>().AddScoped<WithdrawContribution>().AddScoped<ReceiveContribution>();
        services.AddScoped<FindWants>().AddScoped<FindTies>();
        services.AddSingleton<ContributionTallies>().AddSingleton<IOnSave>(s => s.GetRequiredService<ContributionTallies>()).AddSingleton<IAfterBulk>(s => s.GetRequiredService<ContributionTallies>());
        services.AddSingleton<IPurge, ForgetContributors>();
        services.AddSingleton(new MenuPage("act", 10, "/faire", "projects.list.crumb"));
        services.AddSingleton(new MenuEntry(30, "act", "/faire", "/faire", "/projets", "/dispositifs", "/contrats", "/engagements", "/cette-semaine", "/creneaux", "/coups-de-main", "/communs"));
    }
}
