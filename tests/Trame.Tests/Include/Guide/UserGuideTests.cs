using System.Net;
using System.Text.RegularExpressions;
using Trame.Include.Guide;
using Trame.Registers.People;

namespace Trame.Tests.Include.Guide;

public abstract partial class UserGuideTests(TestSpace space)
{
    private static readonly UserGuide Shipped = UserGuide.Shipped();

    public static TheoryData<string> Chapters => [.. Shipped.Chapters.Select(c => c.Slug)];

    [Theory, MemberData(nameof(Chapters))]
    public async Task A_chapter_opens_with_its_title_and_its_sections(string slug)
    {
        var chapter = Shipped.Named(slug)!;
        var page = await space.Browse().Open($"/aide/{slug}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Title.ShouldBe(chapter.Title);
        page.Document.QuerySelectorAll("main h2").Select(h => h.TextContent).ShouldBe(chapter.Sections.Select(s => s.Title));
        page.Document.QuerySelectorAll("main section").Select(s => s.Id).ShouldBe(chapter.Sections.Select(s => s.Anchor));
    }

    [Theory, MemberData(nameof(Chapters))]
    public async Task Every_address_that_a_chapter_names_answers(string slug)
    {
        var coordinator = await space.BrowseAs(Role.Coordinator);
        foreach (Match named in Route().Matches(string.Join('\n', Shipped.Named(slug)!.Sections.Select(s => s.Markdown))))
            (await coordinator.Open(named.Groups["path"].Value)).Status.ShouldNotBe(HttpStatusCode.NotFound, $"{slug}.md names {named.Value}");
    }

    [Theory, MemberData(nameof(Chapters))]
    public async Task A_link_to_another_chapter_leads_there(string slug)
    {
        var page = await space.Browse().Open($"/aide/{slug}");
        foreach (var link in page.Document.QuerySelectorAll("main .prose a[href^='/aide/']"))
            (await space.Browse().Open(link.GetAttribute("href")!.Split('#')[0])).Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldNotContain(".md\"");
    }

    [Fact] public async Task The_whole_guide_is_one_page_to_print()
    {
        var page = await space.Browse().Open("/aide/tout");
        page.Document.QuerySelectorAll("main h2").Select(h => h.TextContent).ShouldBe(Shipped.Chapters.Select(c => c.Title));
        var ids = page.Document.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        ids.ShouldBeUnique();
    }

    [Fact] public async Task A_word_of_a_section_finds_it_without_its_accents()
    {
        var page = await space.Browse().Open("/aide?q=DEMONSTRATION");
        page.Document.QuerySelectorAll("section[aria-labelledby=trouve] li a").ShouldNotBeEmpty();
        (await space.Browse().Open("/aide?q=zzz")).Words.ShouldContain("Rien dans le guide avec ces mots");
    }

    [Fact] public async Task A_chapter_that_does_not_exist_is_not_found() =>
        (await space.Browse().Open("/aide/nulle-part")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact] public void A_file_without_a_title_is_a_mistake_of_ours() =>
        Should.Throw<FormatException>(() => GuideChapter.Read("x", "Sans titre\n\n## Partie\n\nTexte"));

    [Fact] public void Only_links_to_our_own_chapters_are_kept_among_relative_ones()
    {
        var html = Shipped.Html("[a](roles.md) [b](../../etc/passwd) [c](javascript:alert(1)) [d](https://exemple.fr)", "/e/ici");
        html.ShouldContain("href=\"/e/ici/aide/roles\"");
        html.ShouldNotContain("passwd");
        html.ShouldNotContain("javascript:");
        html.ShouldContain("rel=\"nofollow");
    }

    // An address of Trame is written as code, from the root: `/entrer`.
    [GeneratedRegex("`(?<path>/[a-z][a-z0-9/?=-]*)`")]
    private static partial Regex Route();
}

public sealed class UserGuideOnSqlite(SqliteSpace space) : UserGuideTests(space), IClassFixture<SqliteSpace>;
