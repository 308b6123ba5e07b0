using FsCheck;
using FsCheck.Fluent;
using Trame.Foundation.Text;

namespace Trame.Tests.Foundation.Text;

public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](&#106;avascript:alert(1))")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[a][x]\n\n[x]: javascript:alert(1)")]
    [InlineData("[a](//evil.example)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("![pixel](https://evil.example/p.png)")]
    [InlineData("[![pixel](https://evil.example/p.png)](javascript:x)")]
    [InlineData("<img src=x onerror=alert(1)>")]
    public void Nothing_dangerous_remains(string markdown)
    {
        var html = SafeMarkdown.ToHtml(markdown);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("href");
    }

    [Fact]
    public void What_people_write_reads_well()
    {
        SafeMarkdown.ToHtml("# Titre\n\n## Sous-titre").ShouldBe("<h3>Titre</h3>\n<h4>Sous-titre</h4>\n");
        SafeMarkdown.ToHtml("###### bas").ShouldBe("<h6>bas</h6>\n");
        SafeMarkdown.ToHtml("[le site](https://moulins.example)").ShouldBe("<p><a href=\"https://moulins.example\" rel=\"nofollow noopener ugc\">le site</a></p>\n");
        SafeMarkdown.ToHtml("[appeler](tel:+33470000000) <a@b.fr>").ShouldContain("href=\"tel:+33470000000\" rel=");
        SafeMarkdown.ToHtml("voir https://moulins.example").ShouldContain("rel=\"nofollow noopener ugc\"");
        SafeMarkdown.ToHtml("![une *affiche*](https://x.example/a.png)").ShouldBe("<p>une <em>affiche</em></p>\n");
        SafeMarkdown.ToHtml("[non **fort**](javascript:x)").ShouldBe("<p>non <strong>fort</strong></p>\n");
    }

    [Fact]
    public void Thousands_of_nested_marks_stay_readable()
    {
        foreach (var mark in new[] { "> ", "[", "*a ", "- " })
            SafeMarkdown.ToHtml(string.Concat(Enumerable.Repeat(mark, 20_000)) + "fin").ShouldContain("fin");
    }

    [Fact]
    public void Never_throws_nor_lets_a_tag_through() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        var html = SafeMarkdown.ToHtml(text ?? "");
        return !html.Contains("<script", StringComparison.OrdinalIgnoreCase) && !html.Contains("javascript:", StringComparison.OrdinalIgnoreCase);
    }).QuickCheckThrowOnFailure();
}
