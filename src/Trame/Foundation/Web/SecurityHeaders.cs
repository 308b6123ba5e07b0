namespace Trame.Foundation.Web;

/// <summary>Nothing runs that we did not ship: no inline script or style, no frame, no referrer outside.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IConfiguration configuration)
{
    private readonly string _policy = "default-src 'self'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
        + $"form-action 'self'; frame-ancestors 'none'; img-src 'self' data: {configuration["Trame:TileOrigins"]}".TrimEnd();

    public Task Invoke(HttpContext context)
    {
        var headers = context.Response.Headers;
        context.Response.OnStarting(() =>
        {
            // Known only once the request entered its space: each space says where the pictures behind its maps come from.
            var space = context.RequestServices.GetRequiredService<Spaces.CurrentSpace>();
            headers.ContentSecurityPolicy = space.IsSettled && Spaces.Basemaps.OriginOf(space.Settings.Basemap) is { } tiles ? $"{_policy} {tiles}" : _policy;
            return Task.CompletedTask;
        });
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }
}
