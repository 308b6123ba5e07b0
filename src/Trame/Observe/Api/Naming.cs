namespace Trame.Observe.Api;

/// <summary>What the description of the interface says of each address, in one call.</summary>
internal static class Naming
{
    public static RouteHandlerBuilder Named<T>(this RouteHandlerBuilder endpoint, string name, string tag, string summary) =>
        endpoint.WithName(name).WithTags(tag).WithSummary(summary).Produces<T>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);
}
