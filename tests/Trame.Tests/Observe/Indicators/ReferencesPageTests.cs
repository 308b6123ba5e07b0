using System.Net;
using Trame.Observe.Indicators;

namespace Trame.Tests.Observe.Indicators;

public abstract class ReferencesPageTests(TestSpace space)
{
    [Fact] public async Task Every_row_shows_its_date_and_none_is_said_of_this_space()
    {
        var page = await space.Browse().Open("/observatoire/reperes");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll("tbody th").Length.ShouldBe(42);
        foreach (var value in ReferenceValues.Shipped().Values)
            page.Document.GetElementById(value.Key).ShouldNotBeNull(value.Key).TextContent.ShouldContain(value.Date.Fr);
        page.Words.ShouldContain("Aucun de ces chiffres n’a été mesuré par Espace d’essai");
    }

    [Fact] public async Task Two_figures_that_disagree_are_side_by_side()
    {
        var page = await space.Browse().Open("/observatoire/reperes?theme=numerique&q=renonce");
        page.Document.QuerySelectorAll("tr[id]").Select(r => r.Id).ShouldBe(["renoncement-sans-aide", "renoncement-2021"]);
        page.Document.QuerySelectorAll(".notice--warning").ShouldHaveSingleItem().TextContent.ShouldContain("sans choisir");
    }

    [Fact] public async Task Nothing_found_says_so_and_leads_back()
    {
        var page = await space.Browse().Open("/observatoire/reperes?q=zzz");
        page.Title.ShouldBe("Des chiffres d’ailleurs, pour se situer");
        page.Words.ShouldContain("Aucun repère ne correspond");
    }

    [Fact] public async Task The_table_has_the_rows_of_the_page_and_their_population()
    {
        var file = await (await space.Browse().Http.GetAsync("/observatoire/reperes.csv?theme=isolement", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var lines = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[1].ShouldStartWith("isolement-extreme;isolement;");
        lines[1].ShouldContain(";750000;;about;personnes;");
        lines[1].ShouldContain("Personnes de 60 ans et plus");
    }

    [Fact] public async Task Typed_words_come_back_as_words()
    {
        var page = await space.Browse().Open("/observatoire/reperes?q=" + Uri.EscapeDataString("<script>alert(1)</script>\"'"));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.ValueOf("q").ShouldBe("<script>alert(1)</script>\"'");
    }
}

public sealed class ReferencesPageOnSqlite(SqliteSpace space) : ReferencesPageTests(space), IClassFixture<SqliteSpace>;
