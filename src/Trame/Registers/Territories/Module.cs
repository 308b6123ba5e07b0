using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Registers.Territories;

/// <summary>Territories: the tree on which everything else stands, from the official lists and from files.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes =>
    [
        typeof(Territory), typeof(TerritoryKind), typeof(TerritoryCode), typeof(FindTerritories), typeof(TerritoryTree), typeof(TerritoryNode), typeof(TerritoryScope),
        typeof(CreateTerritories), typeof(TerritoryChoice), typeof(TerritoryPlan), typeof(Cog), typeof(CogIntercommunality), typeof(CogMember),
        typeof(CommuneFile), typeof(CommuneLine), typeof(PlanFromFile), typeof(CommuneChoices), typeof(ICarried), typeof(CarriedLine), typeof(CommuneShapes),
    ];

    public void Register(IServiceCollection services) => services.AddSingleton(Cog.Shipped).AddSingleton<CreateTerritories>()
        .AddScoped<FindTerritories>().AddScoped<CommuneChoices>().AddScoped<CommuneShapes>().AddScoped<ImportContours>().AddScoped<ImportCommunes>().AddScoped<DescribeTerritory>()
        .AddSingleton(TerritoryActs.Describe).AddSingleton(new MenuPage("territory", 30, "/territoires", "territories.list"));

    public IEnumerable<Command> Imports(CommandHost host) => TerritoryVerbs.Imports(host);
}
