using System.CommandLine;
using Trame.Foundation;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;

namespace Trame.Registers.Sources;

/// <summary>Lists of places that others publish: how they are read, reviewed, taken in and taken back; which known place a record is.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(PlaceImport), typeof(SourcePlace), typeof(MatchPlaces), typeof(PlaceCard), typeof(Resemblance)];

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(SourceActs.Import).AddSingleton(new MenuPage("desk", 40, "/donnees/importer", "sources.title", SourceActs.Import));
        services.AddScoped<TakePlaces>().AddScoped<ImportPlaces>().AddScoped<StartImport>().AddScoped<CorrectImport>().AddScoped<ReviewImport>().AddScoped<AskImport>().AddScoped<ApplyImport>().AddScoped<UndoImport>();
        services.AddScoped<FindPairs>().AddScoped<TellApart>().AddSingleton<IDeskQueue, VanishedQueue>();
        services.AddSingleton(new MenuPage("desk", 30, "/bureau/doublons", "occasions.duplicates", OccasionActs.Merge));
        services.AddSingleton<RunImports>().AddHostedService<KeepImporting>();
        services.AddSingleton<IPurge, ForgetImportFiles>().AddSingleton<IForgetPerson, ForgetInImports>();
    }

    public void Map(IEndpointRouteBuilder routes) => ImportFiles.Map(routes);

    public IEnumerable<Command> Imports(CommandHost host) => [ImportPlacesVerb.Of(host), .. ImportVerbs.Of(host)];
}
