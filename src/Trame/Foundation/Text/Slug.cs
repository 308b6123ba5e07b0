using System.Globalization;
using System.Text;

namespace Trame.Foundation.Text;

/// <summary>A name as it reads in an address: « Jardin du Pré-Bercy » gives <c>jardin-du-pre-bercy</c>.</summary>
/// <remarks>Lower-case ASCII letters, digits and single hyphens; 1 to <see cref="Longest"/> characters; the same name always gives the same slug.
/// A name without a Latin letter or digit gets a short fingerprint, so that two such names differ.</remarks>
public static class Slug
{
    public const int Longest = 80;

    // Words that are, or may become, a page of their own beside the slugs.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "admin", "aide", "api", "ajouter", "carte", "css", "decrire", "edit", "espace", "espaces", "export", "faits", "feed", "flux", "health", "help",
        "import", "js", "lib", "liste", "login", "logout", "modifier", "moi", "new", "nouveau", "nouvelle", "proposer", "recherche", "rss", "search",
        "style", "supprimer", "tableau", "verifier",
    };

    /// <param name="name">Any text.</param>
    /// <param name="longest">At most so many characters, cut between two words where one can.</param>
    public static string From(string name, int longest = Longest)
    {
        var slug = new StringBuilder(Math.Min(name.Length, Longest) + 1);
        foreach (var letter in name)
        {
            if (slug.Length > Longest) break;
            if (LetterFolding.IsLooseAccent(letter)) continue;
            if (!LetterFolding.TryFold(letter, out var single, out var several)) Separate(slug);
            else if (several is not null) foreach (var part in several) Append(slug, part);
            else Append(slug, single);
        }
        var text = Shortened(slug.ToString(), longest);
        if (text.Length == 0) return Fingerprint(name);
        return Reserved.Contains(text) ? text + "-1" : text;
    }

    /// <summary>The slug itself, or its first free numbered form (<c>-2</c>, <c>-3</c>…), still within <see cref="Longest"/> characters.</summary>
    public static string Unique(string slug, Func<string, bool> taken)
    {
        if (!taken(slug)) return slug;
        for (var number = 2; ; number++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            var candidate = Shortened(slug, Longest - ending.Length) + ending;
            if (!taken(candidate)) return candidate;
        }
    }

    private static void Append(StringBuilder slug, char letter)
    {
        if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter); else Separate(slug);
    }

    private static void Separate(StringBuilder slug)
    {
        if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
    }

    // Cut between two words where one can, so that no half word ends the address.
    private static string Shortened(string slug, int longest)
    {
        if (slug.Length <= longest) return slug.TrimEnd('-');
        var cut = slug.LastIndexOf('-', longest);
        return (cut >= longest / 2 ? slug[..cut] : slug[..longest]).TrimEnd('-');
    }

    // FNV-1a, 32 bits: enough to tell a few names apart; Unique settles the rest.
    private static string Fingerprint(string name)
    {
        var hash = 2_166_136_261u;
        foreach (var letter in name.Trim()) hash = unchecked((hash ^ letter) * 16_777_619u);
        return name.Any(char.IsLetterOrDigit) ? string.Create(CultureInfo.InvariantCulture, $"n-{hash:x8}") : "sans-nom";
    }
}
