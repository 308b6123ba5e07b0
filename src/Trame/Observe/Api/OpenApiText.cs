using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Observe.Api;

/// <summary>The description of the interface (OpenAPI 3.1), made from the endpoints themselves.</summary>
internal static class OpenApiText
{
    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = about => $"/{about.RelativePath}".StartsWith($"{ApiManners.Root}/", StringComparison.Ordinal) && about.RelativePath?.Contains('*') != true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Trame", Version = "1.0",
                Description = "What a territory publishes: occasions to meet, organisations, territories, facts and sources. No record is about a person. Errors are application/problem+json, in French or English (Accept-Language). Lists are followed by the header Link.",
            };
            return Task.CompletedTask;
        });
    }

    /// <summary>The words of a search, as the page of lists takes them.</summary>
    public static TBuilder WithSearch<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        Add(operation, "q", "Words, in French: accents and endings do not count.");
        Add(operation, "commune", "Short name of a territory: it and everything below it.");
        foreach (var filter in OccasionFilter.All) Add(operation, filter.Name, $"One or several of, with commas between: {string.Join(", ", filter.Codes.Select(filter.Word))}.");
        Add(operation, "pres", "A point, « latitude,longitude », or the short name of a commune.");
        Add(operation, "km", "Within so many kilometres of the point.");
        Add(operation, "du", "Moments from this day on (YYYY-MM-DD).");
        Add(operation, "au", "Moments until this day (YYYY-MM-DD).");
        Add(operation, "gratuit", "oui: free only.");
        Add(operation, "itinerant", "oui: rounds only.");
        Add(operation, "fraicheur", "verifie or ancien.");
        Add(operation, "organisation", "Short name of who carries it.");
        Add(operation, "tri", "nom, prochain, proche, recent or pertinence.");
        return Task.CompletedTask;
    }).WithPaging();

    public static TBuilder WithPaging<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        Add(operation, "taille", "How many on a page, 100 at most.");
        Add(operation, ApiLinks.Cursor, "Where the page begins: take it from the header Link.");
        return Task.CompletedTask;
    });

    public static TBuilder WithWord<TBuilder>(this TBuilder endpoint, string name, string meaning) where TBuilder : IEndpointConventionBuilder => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        Add(operation, name, meaning);
        return Task.CompletedTask;
    });

    private static void Add(OpenApiOperation operation, string name, string meaning)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
    }
}
