using System.Net;
using Trame.Registers.People;

namespace Trame.Tests.Registers.Spaces;

public abstract class SpacesPageTests(TestSpace space)
{
    [Fact]
    public async Task A_visitor_sees_the_spaces_and_cannot_open_one()
    {
        var page = await space.Browse().Open("/espaces");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Words.ShouldContain("Espace d’essai");
        page.Document.QuerySelectorAll("form[method=post] [name=siren]").Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_coordinator_finds_an_intercommunality_opens_its_space_and_gets_a_link_that_works()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var found = await browser.Open("/espaces?Cherche=03500"); // Saint-Pourçain-sur-Sioule
        found.Words.ShouldContain("Saint-Pourçain");
        var opened = await found.Send();
        opened.Status.ShouldBe(HttpStatusCode.OK);
        var link = opened.Document.QuerySelector("a[href*='/entree/']")!.GetAttribute("href")!;
        var slug = new Uri(link).AbsolutePath.Split('/')[2];
        (await space.Browse().Open($"/e/{slug}/")).Status.ShouldBe(HttpStatusCode.OK);
        (await space.Browse().Open(new Uri(link).AbsolutePath)).Status.ShouldBe(HttpStatusCode.OK);
    }
}

public sealed class SpacesPageOnSqlite(SqliteSpace space) : SpacesPageTests(space), IClassFixture<SqliteSpace>;

public sealed class SpacesPageOnPostgres(PostgresSpace space) : SpacesPageTests(space), IClassFixture<PostgresSpace>;
