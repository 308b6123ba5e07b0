using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace Trame.Foundation.Web;

/// <summary>A file that somebody already has is not sent again (RFC 9110, 13): its mark says which version it is.</summary>
public static class ConditionalGet
{
    /// <summary>Writes the mark of what would be sent; 304 and true when whoever asks has it already.</summary>
    /// <param name="version">Everything that the content depends on.</param>
    public static bool HasIt(HttpContext context, string version, Instant? changed = null)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version)).AsSpan(0, 10))}\"", isWeak: true);
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = "no-cache"; // keep it, and ask each time
        if (changed is { } at) context.Response.Headers.LastModified = at.ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture);
        if (!context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known == EntityTagHeaderValue.Any)) return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
