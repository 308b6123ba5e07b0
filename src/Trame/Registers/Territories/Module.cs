using Trame.Foundation;

namespace Trame.Registers.Territories;

/// <summary>Territories: the tree on which everything else stands, from the official lists and from files.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(Territory), typeof(TerritoryKind), typeof(TerritoryCode), typeof(CreateTerritories), typeof(TerritoryChoice), typeof(TerritoryPlan), typeof(Cog)];

    public void Register(IServiceCollection services) => services.AddSingleton(Cog.Shipped).AddSingleton<CreateTerritories>();
}
