using Trame.Foundation;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Observe.Home;

/// <summary>Territoire: what a coordinator sees first. Reads only.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(ObserveTerritory), typeof(TerritoryView), typeof(MapMeasure), typeof(HomeMap), typeof(SpaceMap), typeof(WeekHeat)];

    public void Register(IServiceCollection services) => services.AddScoped<ObserveTerritory>().AddScoped<SpaceMap>().AddSingleton<RenewTerritoryView>().AddSingleton<IPrepare, FirstLook>()
        .AddSingleton(new MenuEntry(10, "territory", "/", "/occasions", "/lieux", "/moments", "/observatoire", "/territoires", "/organisations", "/carte", "/fiches"));
}
