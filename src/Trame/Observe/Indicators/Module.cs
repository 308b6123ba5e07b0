using System.CommandLine;
using System.Globalization;
using Trame.Foundation;
using Trame.Foundation.Spaces;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;
using Trame.Observe.Home;

namespace Trame.Observe.Indicators;

/// <summary>Indicators: figures with their definition, formula, source, date and gaps, as pages and as files.</summary>
public sealed class Module : IModule
{
    public IReadOnlyList<Type> Publishes => [typeof(ReferenceValues), typeof(ReferenceDocument)];

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(_ => ReferenceValues.Shipped());
        foreach (var (place, indicator) in Indicator.All.Where(IndicatorReading.IsByCommune).Index())
            services.AddSingleton(new PublishedFile(100 + place, $"/observatoire/{indicator.Key}.csv", $"indicators.{indicator.Key}.name", "CSV"));
        services.AddSingleton(new MenuPage("figures", 10, "/observatoire", "indicators.title")).AddSingleton(new MenuPage("figures", 20, "/observatoire/reperes", "references.title"));
        services.AddSingleton(new PublishedFile(200, "/observatoire/reperes.csv", "references.title", "CSV"));
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/observatoire/{indicateur}.csv", Download).WithName("IndicatorCsv").WithSummary("One indicator by commune, with its definition and date; small counts hidden.");
        routes.MapGet("/observatoire/reperes.csv", ReferenceTable.Download).WithName("ReferencesCsv").WithSummary("Reference values found by the same question as their page: one row per number.");
    }

    public IEnumerable<Command> Commands(CommandHost host) => [SuppressVerb.Of(host), CompositeVerb.Of(host)];

    private static async Task<IResult> Download(string indicateur, ObserveTerritory observe, CurrentSpace space, CancellationToken stop)
    {
        if (Indicator.Named(indicateur) is not { } indicator) return Results.NotFound();
        var view = await observe.Handle(stop);
        var reading = IndicatorReading.Of(indicator, view, space.Settings);
        var file = new MemoryStream();
        using (var table = new TableWriter(file, ["code", "commune", "valeur", "etat", "unite", "definition", "calcule_le"]))
        {
            foreach (var (commune, value) in reading.ByCommune)
                table.Write(commune.Slug, commune.Name, value.Number?.ToString(CultureInfo.InvariantCulture) ?? "", value.IsMasked ? "masque" : value.Number is null ? "non-mesurable" : "mesure",
                    Texts.Get(indicator.Unit), Texts.Get($"indicators.{indicator.Key}.definition"), view.At.ToString());
        }

        return Results.File(file.ToArray(), "text/csv; charset=utf-8", $"{indicator.Key}.csv");
    }
}
