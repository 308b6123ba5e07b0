using Trame.Foundation;
using Trame.Foundation.Ui;

namespace Trame.Observe.Occasions;

/// <summary>Occasions as people look for them: lists, maps, calendars, pages, posters and exports. Reads only.</summary>
public sealed class Module : IModule
{
    public void Register(IServiceCollection services) => services.AddScoped<ExportOccasions>().AddScoped<OccasionMap>()
        .AddSingleton(new PublishedFile(1, "/occasions.csv", "find.file.csv", "CSV")).AddSingleton(new PublishedFile(2, "/occasions.geojson", "find.file.geojson", "GeoJSON"))
        .AddSingleton(new PublishedFile(3, "/occasions.ics", "find.file.ics", "iCalendar")).AddSingleton(new PublishedFile(4, "/occasions.atom", "find.file.atom", "Atom"))
        .AddSingleton(new PublishedFile(5, "/occasions/contours.geojson", "find.published.contours", "GeoJSON")).AddSingleton(new MenuPage("territory", 10, "/occasions", "menu.occasions"));

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/occasions.csv", (ExportOccasions export, HttpContext context) => export.Csv(context)).WithName("OccasionsCsv").WithSummary("What a search finds, as a table.");
        routes.MapGet("/occasions.geojson", (ExportOccasions export, HttpContext context) => export.GeoJson(context)).WithName("OccasionsGeoJson").WithSummary("What a search finds and where it stands (RFC 7946).");
        routes.MapGet("/occasions.ics", (ExportOccasions export, HttpContext context) => export.Calendar(context)).WithName("OccasionsCalendar").WithSummary("The moments that a search finds, as a calendar (RFC 5545).");
        routes.MapGet("/occasions.atom", (ExportOccasions export, HttpContext context) => export.Atom(context)).WithName("OccasionsAtom").WithSummary("What a search finds, latest change first (RFC 4287).");
        routes.MapGet("/occasions.rss", (ExportOccasions export, HttpContext context) => export.Atom(context)).WithName("OccasionsFeed").WithSummary("The same feed under the name people look for.");
        routes.MapGet("/occasions/points.json", (OccasionMap map, HttpContext context) => map.Points(context)).WithName("OccasionPoints").WithSummary("What a search finds in a box, gathered by cells of the map's zoom.");
        routes.MapGet("/occasions/contours.geojson", (OccasionMap map, HttpContext context) => map.Contours(context)).WithName("CommuneContours").WithSummary("Contours of the communes; a cell that is guessed says so.");
        routes.MapGet("/moments/{slug}.ics", (string slug, ExportOccasions export, HttpContext context) => export.One(slug, context)).WithName("MomentCalendar").WithSummary("One moment, for a calendar.");
    }
}
