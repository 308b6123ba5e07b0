using Trame.Foundation.Text;

namespace Trame.Registers.Occasions;

/// <summary>Which commune a stop names: « Place du marché, Chapeau », « Chapeau (mairie) », « 03340 Chapeau », « Mairie à Chapeau » are all in Chapeau.</summary>
internal static class StopWhere
{
    private static readonly char[] Between = [',', ';', ':', '(', ')', '/', '·', '–', '—'];

    /// <summary>The names a commune may be found under, as slugs, the likeliest first. Never a street that bears the name of another commune: « Rue de Moulins » names none.</summary>
    public static IEnumerable<string> Names(string stop)
    {
        var parts = stop.Replace(" - ", ",", StringComparison.Ordinal).Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.TrimStart("0123456789 ".ToCharArray())).Where(part => part.Length > 0).Select(part => Slug.From(part)).ToList();
        return [.. parts, .. parts.Where(p => p.Contains("-a-", StringComparison.Ordinal)).Select(p => p[(p.LastIndexOf("-a-", StringComparison.Ordinal) + 3)..])];
    }
}
