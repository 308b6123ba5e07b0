using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Ui;

namespace Trame.Registers.Organisations;

/// <summary>Organisations: who carries what happens.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => OrganisationFacts.All;

    public IReadOnlyList<Type> Publishes => [typeof(Organisation), typeof(OrganisationKind), typeof(DescribeOrganisation), typeof(IFollowOrganisation)];

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(new MenuPage("territory", 20, "/organisations", "organisations.list"));
        foreach (var act in OrganisationActs.All) services.AddSingleton(act);
        services.AddScoped<DescribeOrganisation>().AddScoped<CloseOrganisation>().AddScoped<UndoInOrganisation>();
        services.AddScoped<MergeOrganisations>().AddScoped<SplitOrganisation>().AddScoped<FindAlikeOrganisations>();
    }
}
