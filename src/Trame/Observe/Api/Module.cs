using Trame.Foundation;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Observe.Api;

/// <summary>What this space publishes, for programs: lists and records as JSON, described by OpenAPI, with a page of examples. Reads only.</summary>
public sealed class Module : IModule
{
    public void Register(IServiceCollection services) => services.AddScoped<ReadOccasions>().AddScoped<ReadRegisters>().AddOpenApi("v1", OpenApiText.Describe).AddSingleton(new MenuPage("help", 21, "/donnees/api", "api.title"));

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = ApiManners.Group(routes);
        api.MapGet("/occasions", (ReadOccasions read, HttpContext context) => read.List(context, null)).WithSearch().Named<ApiPage<OccasionView>>("ListOccasions", "Occasions", "Places, moments and projects that a search finds, page by page.");
        api.MapGet("/places", (ReadOccasions read, HttpContext context) => read.List(context, OccasionKind.Place)).WithSearch().Named<ApiPage<OccasionView>>("ListPlaces", "Occasions", "Places that a search finds, page by page.");
        api.MapGet("/moments", (ReadOccasions read, HttpContext context) => read.List(context, OccasionKind.Moment)).WithSearch().Named<ApiPage<OccasionView>>("ListMoments", "Occasions", "Moments that a search finds, page by page; between two days with du and au.");
        api.MapGet("/occasions/{id:guid}", (Guid id, ReadOccasions read, HttpContext context) => read.One(id, context)).Named<OccasionView>("ShowOccasion", "Occasions", "One place, moment or project, and who says what of each of its fields.").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/organisations", (ReadRegisters read, HttpContext context) => read.Organisations(context)).WithPaging().Named<ApiPage<OrganisationView>>("ListOrganisations", "Registers", "Organisations that carry what happens, page by page.");
        api.MapGet("/territories", (ReadRegisters read, HttpContext context) => read.Territories(context)).WithPaging().WithWord("niveau", $"One of: {string.Join(", ", EnumWords.Words<TerritoryKind>())}.").Named<ApiPage<TerritoryView>>("ListTerritories", "Registers", "Communes and their groupings, with codes and population.");
        api.MapGet("/facts", (ReadRegisters read, HttpContext context) => read.Facts(context)).WithPaging().WithWord("fait", $"One of: {string.Join(", ", ReadRegisters.PublicFacts)}.").Named<ApiPage<FactView>>("ListFacts", "Registers", "What happened, oldest first: to be followed by programs. Never who, never how many.");
        api.MapGet("/sources", (ReadRegisters read, HttpContext context) => read.Sources(context)).Named<ApiPage<SourceView>>("ListSources", "Registers", "Where the register comes from.");
        api.MapGet("/", (HttpContext context) => Results.Redirect($"{context.Request.PathBase}/donnees/api")).ExcludeFromDescription();
        api.Map("/{**rest}", ApiProblem.NotFound).ExcludeFromDescription();
        routes.MapOpenApi($"{ApiManners.Root}/openapi.json"); // in full: it comes before the address of what is not there
    }
}
