using Trame.Foundation.Text;

namespace Trame.Include.Guide;

/// <summary>One file of docs/guide: a title, a few lines that say what it is for, sections. The same file is read on paper, in the repository and on the screen.</summary>
public sealed record GuideChapter(string Slug, string Title, string Lead, IReadOnlyList<GuideSection> Sections)
{
    /// <exception cref="FormatException">The file does not start with its title: it is ours, so this is a mistake of ours.</exception>
    public static GuideChapter Read(string slug, string markdown)
    {
        var parts = $"\n{markdown.ReplaceLineEndings("\n")}".Split("\n## ");
        var (title, lead) = Cut(parts[0].TrimStart());
        if (!title.StartsWith("# ", StringComparison.Ordinal)) throw new FormatException($"guide/{slug}.md does not start with its title.");
        return new GuideChapter(slug, title[2..].Trim(), lead, [.. parts.Skip(1).Select(p => Cut(p)).Select(p => new GuideSection(p.First, Foundation.Text.Slug.From(p.First), p.After))]);
    }

    /// <summary>The sections in which every word typed is found; all of them when the words are those of the title.</summary>
    public IReadOnlyList<GuideSection> Find(string typed) =>
        FrenchTokens.Tokens(typed).Count == 0 ? [] : [.. Sections.Where(s => FrenchTokens.Holds($"{Title} {s.Title} {s.Markdown}", typed))];

    private static (string First, string After) Cut(string text)
    {
        var end = text.IndexOf('\n');
        return end < 0 ? (text, "") : (text[..end].Trim(), text[end..].Trim());
    }
}
