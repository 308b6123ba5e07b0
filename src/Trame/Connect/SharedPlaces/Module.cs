using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;

namespace Trame.Connect.SharedPlaces;

/// <summary>Places with a life: what is shared and booked, openings held in turn, members, money, tools, rules, what went wrong. Third places, and the in-between spaces of housing.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => SharedPlaceFacts.All;

    public IReadOnlyList<Type> Publishes =>
        [typeof(SharedSpace), typeof(Booking), typeof(SpaceTraining), typeof(Opening), typeof(OpeningHost), typeof(PlaceLife), typeof(PlaceMembership), typeof(BudgetLine), typeof(SharedTool), typeof(ToolLoan), typeof(PlaceIncident), typeof(SharedPlaceActs), typeof(SharedPlaceFacts), typeof(FindBusyHours)];

    public void Register(IServiceCollection services)
    {
        foreach (var act in SharedPlaceActs.All) services.AddSingleton(act);
        services.AddScoped<BookSpace>().AddScoped<RunOpenings>().AddScoped<KeepPlace>().AddScoped<TellIncident>();
        services.AddSingleton<IPurge, ForgetInPlaces>();
        services.AddSingleton(new MenuPage("connect", 47, "/reserver", "shared.list.crumb"));
    }
}
