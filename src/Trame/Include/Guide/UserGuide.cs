using System.Text.RegularExpressions;
using Trame.Foundation.Text;

namespace Trame.Include.Guide;

/// <summary>The guide for the people who use Trame, read once from the files that come with it.</summary>
public sealed partial record UserGuide(IReadOnlyList<GuideChapter> Chapters)
{
    /// <summary>The order of reading; a file that is not named here comes after, by its name.</summary>
    private static readonly string[] Order = ["prise-en-main", "chercher", "proposer-et-corriger", "relier", "temps", "lieux-partages", "projets-et-contrats", "journee-citoyenne", "mains-et-communs", "debattre", "budget-participatif", "convention-citoyenne", "imprimer-et-papier", "importer-exporter", "mes-donnees", "roles"];

    public static UserGuide Shipped() => new([.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "guide"), "*.md")
        .Select(f => GuideChapter.Read(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f)))
        .OrderBy(c => Array.IndexOf(Order, c.Slug) is >= 0 and var place ? place : Order.Length).ThenBy(c => c.Slug, StringComparer.Ordinal)]);

    public GuideChapter? Named(string slug) => Chapters.FirstOrDefault(c => c.Slug == slug);

    /// <summary>A text of the guide as HTML; a link to another of its files leads to that chapter's page.</summary>
    /// <param name="pathBase">The prefix of the space, empty for the first one.</param>
    public string Html(string markdown, string pathBase) => SafeMarkdown.ToHtml(markdown, address => Address(address, pathBase));

    private string? Address(string address, string pathBase)
    {
        if (OwnPage().IsMatch(address)) return pathBase + address;
        var (file, anchor) = address.IndexOf('#') is >= 0 and var at ? (address[..at], address[at..]) : (address, "");
        return file.EndsWith(".md", StringComparison.Ordinal) && Named(file[..^3]) is { } chapter ? $"{pathBase}/aide/{chapter.Slug}{anchor}" : null;
    }

    // « `/occasions` » in a chapter is a page of this space.
    [GeneratedRegex(@"\A/[a-z/-]*\z")]
    private static partial Regex OwnPage();
}
