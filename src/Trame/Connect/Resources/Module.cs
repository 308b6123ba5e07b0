using Trame.Connect.Needs;
using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;

namespace Trame.Connect.Resources;

/// <summary>Resources: what is there and little used, offered by people, organisations and places; what somebody finds wrong is looked at by a human.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => ResourceFacts.All;

    public IReadOnlyList<Type> Publishes => [typeof(Resource), typeof(ResourceActs), typeof(ResourceFacts), typeof(Concern), typeof(TellConcern)];

    public void Register(IServiceCollection services)
    {
        foreach (var act in ResourceActs.All) services.AddSingleton(act);
        services.AddScoped<OfferResource>().AddScoped<WithdrawResource>().AddScoped<TellConcern>().AddScoped<ICarnetPages, OfferedPages>();
        services.AddSingleton<IPurge, ForgetResources>();
        services.AddSingleton<IPurge>(new PurgeRows<Concern>(Retention.Concern, before => c => c.ToldAt < before));
        services.AddSingleton(new MenuPage("connect", 40, "/relier/proposer", "resources.offer"));
        services.AddSingleton(new MenuPage("connect", 60, "/relier/offres", "resources.desk.title", ResourceActs.CareFor));
    }
}
