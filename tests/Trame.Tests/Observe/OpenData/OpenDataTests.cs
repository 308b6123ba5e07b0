using System.Net;
using NodaTime;
using Trame.Registers.Occasions;
using Trame.Registers.Places;

namespace Trame.Tests.Observe.OpenData;

public abstract class OpenDataTests(TestSpace space)
{
    [Fact] public async Task Every_file_that_is_listed_can_be_downloaded()
    {
        var page = await space.Browse().Open("/donnees");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var links = page.Document.QuerySelectorAll("section[aria-labelledby=fichiers] a").Select(a => a.GetAttribute("href")!).ToList();
        links.ShouldContain("/observatoire/reperes.csv");
        foreach (var link in links)
        {
            var file = await space.Browse().Http.GetAsync(link, TestContext.Current.CancellationToken);
            file.StatusCode.ShouldBe(HttpStatusCode.OK, link);
            file.Content.Headers.ContentType?.MediaType.ShouldNotBe("text/html", link);
        }
    }

    [Fact] public async Task The_register_says_which_source_gave_how_many_records()
    {
        await space.Act(async db =>
        {
            for (var n = 0; n < 3; n++) db.Add(new Place($"Lieu ouvert {n}", $"lieu-ouvert-{n}", space.CommuneId, "Base d’essai", Instant.FromUtc(2026, 3, 5, 12, 0)));
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        var page = await space.Browse().Open("/donnees");
        var row = page.Document.QuerySelectorAll("section[aria-labelledby=sources] tbody tr").Single(r => r.TextContent.Contains("Base d’essai"));
        row.TextContent.ShouldContain("3");
        row.TextContent.ShouldContain("5 mars 2026");
    }
}

public sealed class OpenDataOnSqlite(SqliteSpace space) : OpenDataTests(space), IClassFixture<SqliteSpace>;
public sealed class OpenDataOnPostgres(PostgresSpace space) : OpenDataTests(space), IClassFixture<PostgresSpace>;
