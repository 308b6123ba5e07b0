using Trame.Foundation;

namespace Trame.Registers.Organisations;

/// <summary>Organisations: who carries what happens.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(Organisation), typeof(OrganisationKind), typeof(DescribeOrganisation)];

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(OrganisationActs.Describe).AddSingleton(OrganisationActs.Close);
        services.AddScoped<DescribeOrganisation>().AddScoped<CloseOrganisation>();
    }
}
