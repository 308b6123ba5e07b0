using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Trame.Foundation.Web;

/// <summary>What every address below /api/v1 does: answers in the language that is asked for, may be read from any page of the web, is limited in pace.</summary>
public static class ApiManners
{
    public const string Root = "/api/v1";

    /// <summary>The group in which a room maps its part of the interface.</summary>
    public static RouteGroupBuilder Group(IEndpointRouteBuilder routes) => routes.MapGroup(Root).AddEndpointFilter(Speak).RequireRateLimiting(RateLimits.Api);

    /// <summary>Sets the language of what follows from Accept-Language; French when it says nothing we speak.</summary>
    public static void Listen(HttpContext context)
    {
        var asked = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.Value?.Split('-')[0]).FirstOrDefault(l => l is "fr" or "en");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(asked == "en" ? "en-GB" : "fr-FR");
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }

    private static ValueTask<object?> Speak(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        Listen(invocation.HttpContext);
        invocation.HttpContext.Response.Headers.AccessControlAllowOrigin = "*"; // public data; nothing here reads a cookie
        invocation.HttpContext.Response.Headers.AccessControlExposeHeaders = "ETag, Link, Retry-After";
        return next(invocation);
    }
}
