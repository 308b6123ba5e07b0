using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Trame.Foundation.Web;

/// <summary>How often one address may knock: generous for reading, strict where guessing or flooding would hurt.</summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Propose = "propose";
    public const string Api = "api";

    /// <summary>A room where a whole hall moves behind one address.</summary>
    public const string Live = "live";

    /// <summary>How many requests a minute one address may make of the interface for programs.</summary>
    public const int ApiPerMinute = 300;

    internal static void Add(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(SignIn, context => Window(context, 20, TimeSpan.FromMinutes(5)));
        limits.AddPolicy(Api, context => RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = ApiPerMinute, Window = TimeSpan.FromMinutes(1) }));
        limits.OnRejected = async (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)) rejected.HttpContext.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds):0}";
            if (!rejected.HttpContext.Request.Path.StartsWithSegments(ApiManners.Root)) return;
            ApiManners.Listen(rejected.HttpContext);
            await ApiProblem.Of(StatusCodes.Status429TooManyRequests, "api.problem.too-many", ApiPerMinute).ExecuteAsync(rejected.HttpContext);
        };
        limits.AddPolicy(Live, context => Window(context, 30_000, TimeSpan.FromMinutes(1)));
        limits.AddPolicy(Propose, context => Window(context, 60, TimeSpan.FromHours(1)));
    }

    private static RateLimitPartition<string> Window(HttpContext context, int permits, TimeSpan window) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window })
            : RateLimitPartition.GetNoLimiter("reading");
}
