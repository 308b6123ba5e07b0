using System.Net;
using Markdig;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Trame.Foundation.Text;

/// <summary>Markdown typed by anyone, as HTML that is safe to show: no raw HTML, no image, links to http, https, mailto and tel only.</summary>
/// <remarks>Headings start at h3, because the page has its h1 and the section its h2. A link to anything else stays as its words.
/// Images are dropped to their alternative text: a picture from elsewhere would tell that place who reads this page.</remarks>
public static class SafeMarkdown
{
    public const int Longest = 200_000;

    private const int HeadingShift = 2;
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UseEmphasisExtras().UsePipeTables().Build();

    /// <param name="ownAddress">For texts that come with Trame: the address of one of our own pages that a relative link means, null when it means none.</param>
    /// <exception cref="ArgumentException">The text is longer than <see cref="Longest"/>: the form that took it must have refused it.</exception>
    public static string ToHtml(string markdown, Func<string, string?>? ownAddress = null)
    {
        if (markdown.Length > Longest) throw new ArgumentException($"At most {Longest} characters.", nameof(markdown));
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException) // Markdig's answer to thousands of nested marks: nobody writes that, but what they wrote stays readable
        {
            return $"<p>{WebUtility.HtmlEncode(markdown)}</p>\n";
        }
        foreach (var heading in document.Descendants<HeadingBlock>().ToList()) heading.Level = Math.Min(heading.Level + HeadingShift, 6);
        foreach (var link in document.Descendants<LinkInline>().ToList()) Tame(link, ownAddress);
        if (ownAddress is not null) // our own texts, in French: signs hold to their words, an address of ours is a link
        {
            foreach (var words in document.Descendants<LiteralInline>().ToList()) words.Content = new StringSlice(FrenchSpacing.Hold(words.Content.ToString()));
            foreach (var code in document.Descendants<CodeInline>().ToList()) Lead(code, ownAddress);
        }
        foreach (var link in document.Descendants<AutolinkInline>().ToList()) Tame(link);
        return document.ToHtml(Pipeline);
    }

    private static void Tame(LinkInline link, Func<string, string?>? ownAddress)
    {
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url;
        if (!link.IsImage && address is not null && ownAddress?.Invoke(address) is { } own) (link.GetDynamicUrl, link.Url) = (null, own);
        else if (!link.IsImage && IsAllowed(address)) Mark(link);
        else ReplaceByItsWords(link);
    }

    private static void Lead(CodeInline code, Func<string, string?> ownAddress)
    {
        if (code.Parent is LinkInline || ownAddress(code.Content) is not { } own) return;
        var link = new LinkInline { Url = own };
        code.ReplaceBy(link);
        link.AppendChild(code);
    }

    private static void Tame(AutolinkInline link)
    {
        if (link.IsEmail || IsAllowed(link.Url)) Mark(link);
        else link.ReplaceBy(new LiteralInline(link.Url));
    }

    private static void ReplaceByItsWords(LinkInline link)
    {
        var words = new ContainerInline();
        link.ReplaceBy(words, copyChildren: true);
    }

    private static void Mark(Inline link) => link.GetAttributes().AddPropertyIfNotExist("rel", "nofollow noopener ugc");

    private static bool IsAllowed(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is ("http" or "https" or "mailto" or "tel");
}
