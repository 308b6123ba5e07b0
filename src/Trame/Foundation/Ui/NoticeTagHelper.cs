using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Trame.Foundation.Ui;

/// <summary><c>&lt;notice kind="warning" title="…"&gt;…&lt;/notice&gt;</c>: something to know (info, success, warning, refused). Its kind is said in words, not by colour alone.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper(Texts texts) : TagHelper
{
    private static readonly Dictionary<string, string> Signs = new() { ["info"] = "i", ["success"] = "✓", ["warning"] = "!", ["refused"] = "×" };

    [HtmlAttributeName("kind")] public string Kind { get; set; } = "info";

    [HtmlAttributeName("title")] public string? Title { get; set; }

    /// <summary>Announced by screen readers as soon as it appears.</summary>
    [HtmlAttributeName("live")] public bool Live { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!Signs.TryGetValue(Kind, out var sign)) throw new InvalidOperationException($"<notice kind=\"{Kind}\">: the kind is one of {string.Join(", ", Signs.Keys)}.");
        var own = output.Attributes["class"]?.Value?.ToString();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"notice notice--{Kind} {own}".TrimEnd());
        if (Live) output.Attributes.SetAttribute("role", "status");
        output.PreContent.AppendHtml($"<span class=\"notice__sign\" aria-hidden=\"true\">{sign}</span><div class=\"notice__body\"><p class=\"notice__title\">")
            .Append(Title ?? texts[$"ui.notice.{Kind}"]).AppendHtml("</p><div>");
        output.PostContent.AppendHtml("</div></div>");
    }
}
