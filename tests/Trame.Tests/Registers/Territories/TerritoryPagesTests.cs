using System.Net;
using Microsoft.EntityFrameworkCore;
using Trame.Registers.People;
using Trame.Registers.Territories;

namespace Trame.Tests.Registers.Territories;

public abstract class TerritoryPagesTests(TestSpace space)
{
    [Fact]
    public async Task The_menu_leads_to_the_communes_and_a_word_or_a_code_finds_one()
    {
        var home = await space.Browse().Open("/occasions");
        foreach (var path in (string[])["/occasions", "/organisations", "/territoires", "/espaces"]) home.Document.QuerySelector($".site-header a[href='{path}']").ShouldNotBeNull(path);
        home.Document.QuerySelector(".subnav__link[aria-current=page]")!.GetAttribute("href").ShouldBe("/occasions");
        foreach (var search in (string[])["", "?q=yze", "?q=YZEURE", "?q=03321"]) (await space.Browse().Open($"/territoires{search}")).Document.QuerySelector("main a[href='/territoires/yzeure']").ShouldNotBeNull(search);
        var none = await space.Browse().Open("/territoires?q=atlantide");
        (none.Status, none.Document.QuerySelector("table")).ShouldBe((HttpStatusCode.OK, null));
        none.Words.ShouldContain("Essayez un mot plus court");
    }

    [Fact]
    public async Task A_coordinator_corrects_the_inhabitants_with_a_source_and_the_history_tells()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        (await space.Browse().Open("/territoires/yzeure/decrire")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await space.BrowseAs(Role.CounterAgent)).Open("/territoires/yzeure/decrire")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var form = await browser.Open("/territoires/yzeure/decrire");
        var wrong = await form.Send(("Population", "beaucoup"), ("Year", "3000"), ("PostalCodes", "0340, ABC"), ("Latitude", "au nord"), ("Source", ""));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var field in (string[])["Population", "Year", "PostalCodes", "Latitude", "Source"]) wrong.RefusalOf(field).ShouldNotBeEmpty(field);
        wrong.ValueOf("Population").ShouldBe("beaucoup");
        var late = await browser.Open("/territoires/yzeure/decrire");
        (await form.Send(("Population", "13 120"), ("Year", "2023"), ("PostalCodes", "03400"), ("Source", "Insee, recensement"))).Location.ShouldBe("/territoires/yzeure");
        (await late.Send(("Population", "13 121"), ("Source", "Mairie"))).Status.ShouldBe(HttpStatusCode.Conflict);
        var page = await space.Browse().Open("/territoires/yzeure");
        page.Words.ShouldContain("Insee, recensement");
        page.Words.ShouldContain("03400");
        var kept = await space.Read(db => db.Set<Territory>().AsNoTracking().FirstAsync(t => t.Slug == "yzeure"));
        (kept.Population, kept.PopulationYear, kept.Latitude, kept.CentroidSource).ShouldBe((13_120, 2023, 46.5661, "essai"));
        var history = await space.Browse().Open("/territoires/yzeure/historique");
        history.Words.ShouldContain("« — » devient « 13120 »");
        history.Words.ShouldContain("Insee, recensement");
    }

    [Fact]
    public async Task A_territory_nobody_knows_is_not_found()
    {
        foreach (var path in (string[])["/territoires/atlantide", "/territoires/atlantide/historique"]) (await space.Browse().Open(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        (await (await space.BrowseAs(Role.Coordinator)).Open("/territoires/atlantide/decrire")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class TerritoryPagesOnSqlite(SqliteSpace space) : TerritoryPagesTests(space), IClassFixture<SqliteSpace>;

public sealed class TerritoryPagesOnPostgres(PostgresSpace space) : TerritoryPagesTests(space), IClassFixture<PostgresSpace>;
