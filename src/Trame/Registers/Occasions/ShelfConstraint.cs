namespace Trame.Registers.Occasions;

/// <summary><c>{shelf:shelf}</c> in a route: lieux, moments or projets, and nothing else.</summary>
public sealed class ShelfConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        OccasionShelf.Kind(values.GetValueOrDefault(routeKey)?.ToString()) is not null;
}
