using System.CommandLine;
using Trame.Connect.Needs;
using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Ui;

namespace Trame.Connect.Opportunities;

/// <summary>Opportunities: what could be held with what is there, the one piece that lacks elsewhere, and the life of an idea that humans took up.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => OpportunityFacts.All;

    public IReadOnlyList<Type> Publishes => [typeof(Opportunity), typeof(OpportunityPart), typeof(OpportunityFacts), typeof(OpportunityActs), typeof(LookForOpportunities), typeof(NeedsReading), typeof(OpportunityDials), typeof(AskPeople), typeof(AdvanceOpportunity), typeof(Found)];

    public void Register(IServiceCollection services)
    {
        foreach (var act in OpportunityActs.All) services.AddSingleton(act);
        services.AddSingleton<LookForOpportunities>().AddHostedService<LookEveryNight>();
        services.AddScoped<ReadOpportunities>().AddScoped<NeedsReading>().AddScoped<AskPeople>().AddScoped<AdvanceOpportunity>().AddScoped<TurnDials>().AddScoped<ICarnetPages, AskedPages>();
        services.AddSingleton(new MenuEntry(20, "connect", "/relier", "/relier", "/opportunites", "/temps", "/reserver"));
        services.AddSingleton(new MenuPage("connect", 20, "/opportunites", "opportunities.list.crumb"));
        services.AddSingleton(new MenuPage("connect", 25, "/relier/lecture", "opportunities.reading"));
    }

    public IEnumerable<Command> Commands(CommandHost host) => [OpportunitiesVerb.Of(host)];
}
