using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Observe.OpenData;

/// <summary>What this space publishes, and where its register comes from. Reads only.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(ReadSources), typeof(RegisterSource)];

    public void Register(IServiceCollection services) => services.AddScoped<ReadSources>().AddScoped<ReadQuality>().AddSingleton(new MenuPage("help", 20, "/donnees", "ui.footer.data")).AddSingleton(new MenuPage("help", 22, "/donnees/sources", "opendata.quality"));

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/donnees/formats/{format}/fichier", GiveFormat.Handle).WithName("RegisterFile").WithSummary("The whole living, public register in one format.");
        routes.MapGet("/donnees/dictionnaire.csv", GiveFormat.Dictionary).WithName("ColumnDictionary").WithSummary("What each column of the CSV and of the workbook means.");
    }
}
