using System.Net;
using AngleSharp.Dom;

namespace Trame.Tests.Foundation.Ui;

/// <summary>The style page shows every component; what holds on it holds on every page made of them.</summary>
public abstract class StylePageTests(TestSpace space)
{
    private async Task<Answer> Open(string url = "/style", string language = "fr-FR")
    {
        var page = await new Browser(space.Address, "trame_langue", WebUtility.UrlEncode($"c={language}|uic={language}")).Open(url);
        page.Status.ShouldBe(HttpStatusCode.OK);
        return page;
    }

    [Fact]
    public async Task Nothing_is_styled_or_run_inline()
    {
        var page = await Open();
        page.Document.QuerySelectorAll("[style], style, script:not([src]), [onclick], [onchange]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Ids_are_unique_and_every_reference_leads_somewhere()
    {
        var page = await Open("/style?refus=true");
        var ids = page.Document.All.Where(e => e.Id is { Length: > 0 }).Select(e => e.Id!).ToList();
        ids.ShouldBeUnique();
        string[] references = ["aria-describedby", "aria-labelledby", "for"];
        var named = page.Document.All.SelectMany(e => references.Select(e.GetAttribute)).Where(v => v is not null).SelectMany(v => v!.Split(' '));
        var linked = page.Document.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]);
        named.Concat(linked).Except(ids).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_word_of_a_component_is_known_in_both_languages()
    {
        foreach (var language in (string[])["fr-FR", "en-GB"])
        {
            var page = await Open("/style?refus=true", language);
            page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language[..2]);
            page.Text.ShouldNotContain("[ui.");
        }
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_question_and_nothing_typed_is_lost()
    {
        var page = await Open();
        var answer = await page.Send(("Value", "Mairie, ligne 4 <b>"), ("Source", ""), ("Story", "\nDeux lignes"), ("Cost", "open"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.RefusalOf("Source").ShouldContain("d'où vient l'information");
        answer.ValueOf("Value").ShouldBe("Mairie, ligne 4 <b>");
        answer.ValueOf("Story").ShouldBe("\nDeux lignes");
        answer.Document.QuerySelector("[name=Cost][checked]")!.GetAttribute("value").ShouldBe("open");
        answer.Document.QuerySelector("#Source")!.GetAttribute("aria-describedby").ShouldBe("Source-refus");
        answer.Document.QuerySelector("#Source")!.GetAttribute("aria-invalid").ShouldBe("true");
        answer.Document.QuerySelector(".refusals a[href='#Source']").ShouldNotBeNull();
        answer.Document.Title!.ShouldStartWith("À corriger");
    }

    [Fact]
    public async Task The_phone_of_human_help_is_in_the_header()
    {
        var call = (await Open()).Document.QuerySelector("header .help-call")!;
        call.TextContent.ShouldContain("04 70 00 00 00");
        call.GetAttribute("href").ShouldBe("tel:0470000000");
    }
}

public sealed class StylePageOnSqlite(SqliteSpace space) : StylePageTests(space), IClassFixture<SqliteSpace>;
public sealed class StylePageOnPostgres(PostgresSpace space) : StylePageTests(space), IClassFixture<PostgresSpace>;
