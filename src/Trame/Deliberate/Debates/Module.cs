using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Ui;
using Trame.Registers.Territories;

namespace Trame.Deliberate.Debates;

/// <summary>Debates: a concrete disagreement, framed, opened once nothing is missing, that goes through four steps and ends in a reasoned public answer. Also the verb that draws opinion maps from files.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => DebateFacts.All;

    public IReadOnlyList<Type> Publishes => [typeof(Debate), typeof(DebateActs), typeof(DebateFacts), typeof(FindDebates), typeof(DebateLine), typeof(Participant), typeof(DebateCard), typeof(DebatePage), typeof(Lengths), typeof(MakeCards), typeof(DebateFrame), typeof(TypedTwice)];

    public void Register(IServiceCollection services)
    {
        foreach (var act in DebateActs.All) services.AddSingleton(act);
        services.AddScoped<ProposeDebate>().AddScoped<FrameDebate>().AddScoped<TellDebate>().AddScoped<MakeCards>().AddScoped<Participant>();
        services.AddScoped<FindDebates>().AddScoped<ICarried>(scope => scope.GetRequiredService<FindDebates>());
        services.AddSingleton(new MenuPage("deliberate", 10, "/debats", "debates.list.crumb"));
        services.AddSingleton(new MenuEntry(40, "deliberate", "/debats", "/debats", "/budgets", "/conventions", "/commissions"));
    }

    public IEnumerable<Command> Commands(CommandHost host) => [OpinionsVerb.Of(host)];
}
