namespace Trame.Foundation.Spaces;

/// <summary>Where the pictures behind a map come from: an address with {z}, {x} and {y}, over https only, said by the space.</summary>
public static class Basemaps
{
    /// <summary>The site whose pictures the pages of the space may load; null when the address is not one of tiles.</summary>
    public static string? OriginOf(string address)
    {
        if (!address.Contains("{z}", StringComparison.Ordinal) || !address.Contains("{x}", StringComparison.Ordinal) || !address.Contains("{y}", StringComparison.Ordinal)) return null;
        // « {s} » stands for one of several twins of the same site.
        var site = address.Replace("{s}.", "twin-placeholder.", StringComparison.Ordinal).Replace('{', '_').Replace('}', '_');
        if (!Uri.TryCreate(site, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.UserInfo.Length > 0) return null;
        var origin = uri.GetLeftPart(UriPartial.Authority).Replace("twin-placeholder.", "*.", StringComparison.Ordinal);
        return origin.Any(c => char.IsWhiteSpace(c) || c is ';' or ',' or '\'' or '"') ? null : origin;
    }
}
