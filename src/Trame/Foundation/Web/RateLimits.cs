using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Trame.Foundation.Web;

/// <summary>How often one address may knock: generous for reading, strict where guessing or flooding would hurt.</summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Propose = "propose";

    internal static void Add(RateLimiterOptions limits)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(SignIn, context => Window(context, 20, TimeSpan.FromMinutes(5)));
        limits.AddPolicy(Propose, context => Window(context, 60, TimeSpan.FromHours(1)));
    }

    private static RateLimitPartition<string> Window(HttpContext context, int permits, TimeSpan window) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window })
            : RateLimitPartition.GetNoLimiter("reading");
}
