using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Facts;
using Trame.Foundation.Ui;

namespace Trame.Act.Dispositifs;

/// <summary>Dispositifs: ways of doing things together, one file each; what is under way here, what is late, what its own rules forbid.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<FactKind> Writes => DispositifFacts.All;

    public IReadOnlyList<Type> Publishes => [typeof(Dispositif), typeof(DispositifShelf), typeof(DispositifRun), typeof(StartDispositif)];

    public void Register(IServiceCollection services)
    {
        services.AddSingleton<DispositifShelf>().AddScoped<StartDispositif>().AddScoped<RecordDispositif>().AddScoped<AdvanceDispositif>();
        foreach (var act in DispositifActs.All) services.AddSingleton(act);
        services.AddSingleton(new MenuPage("act", 30, "/dispositifs", "dispositifs.crumb"));
    }

    public IEnumerable<Command> Commands(CommandHost host) => [DispositifVerb.Make()];
}
