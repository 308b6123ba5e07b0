using Trame.Foundation.Data;

namespace Trame.Observe.Api;

/// <summary>The pages around this one, as addresses and as the header Link (RFC 8288).</summary>
internal static class ApiLinks
{
    public const string Cursor = "apres";
    private const int UsualPage = 50;
    private const int LargestPage = 100;

    public static string Root(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";

    /// <summary>This address with another cursor; null when there is no such page.</summary>
    public static string? To(HttpContext context, string? cursor)
    {
        if (cursor is null) return null;
        var asked = context.Request.Query.Where(p => p.Key != Cursor).SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v))).Append(new(Cursor, cursor));
        return $"{Root(context)}{context.Request.Path}{QueryString.Create(asked)}";
    }

    public static ApiPage<T> Page<T>(HttpContext context, IReadOnlyList<T> items, string? next, string? previous = null, int? total = null)
    {
        var page = new ApiPage<T>(items, To(context, next), To(context, previous), total);
        var links = ((string?, string)[])[(page.Next, "next"), (page.Previous, "prev")];
        if (string.Join(", ", links.Where(l => l.Item1 is not null).Select(l => $"<{l.Item1}>; rel=\"{l.Item2}\"")) is { Length: > 0 } header) context.Response.Headers.Link = header;
        return page;
    }

    /// <summary>« taille », and « apres » as the identifier that the page before ended with; or what is wrong with them.</summary>
    public static (int Size, Guid After, Refusal? Wrong) Asked(HttpContext context)
    {
        var (taille, apres) = (context.Request.Query["taille"].ToString(), context.Request.Query[Cursor].ToString());
        var (size, after) = (UsualPage, Guid.Empty);
        if (taille.Length > 0 && !(int.TryParse(taille, out size) && size is >= 1 and <= LargestPage)) return (0, default, new Refusal("api.problem.size", "taille", taille, $"{LargestPage}"));
        if (apres.Length > 0 && !Guid.TryParse(apres, out after)) return (0, default, new Refusal("api.problem.cursor", Cursor, apres));
        return (size, after, null);
    }
}
