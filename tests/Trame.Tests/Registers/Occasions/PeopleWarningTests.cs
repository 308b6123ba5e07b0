using System.Net;
using Trame.Registers.People;

namespace Trame.Tests.Registers.Occasions;

public abstract class PeopleWarningTests(TestSpace space)
{
    private const string About = "Demander Camille, qui est en dépression, au 06 12 34 56 78";

    [Theory]
    [InlineData(Role.Visitor, "/proposer/lieux", "summary", "L’essentiel")]
    [InlineData(Role.CounterAgent, "/bureau/ajouter/lieux", "summary", "L’essentiel")]
    [InlineData(Role.Visitor, "/lieux/{0}/corriger", "description", "Il y a du café")]
    [InlineData(Role.CounterAgent, "/lieux/{0}/decrire", "description", "Il y a du café")]
    [InlineData(Role.Coordinator, "/lieux/{0}/etat", "Reason", "Travaux d’été")]
    public async Task Free_text_that_speaks_of_somebody_is_read_again_before_anything_is_written(Role role, string path, string question, string plain)
    {
        var place = await space.HasPlace($"Salle {Register.Unique()}");
        var page = await (await space.BrowseAs(role)).Open(string.Format(null, path, place.Slug));
        (string, string)[] Rest() => question == "Reason" ? [] : [("name", $"Salle {Register.Unique()}"), ("territory", "Yzeure"), ("Source", "Affiche")];
        var action = question == "Reason" ? "?handler=Pause" : null;
        var warned = await page.Browser.Send(page, action, [(question, About), .. Rest()]);
        warned.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        warned.Document.QuerySelectorAll("mark").Select(m => m.TextContent).ShouldBe(["dépression", "06 12 34 56 78"]);
        warned.ValueOf(question).ShouldBe(About);
        (await space.Occasion(place.Id)).Version.ShouldBe(1);
        var sure = await warned.Browser.Send(warned, action, ("Sure", "true"));
        sure.Status.ShouldBe(HttpStatusCode.Redirect, "the author decides");
        (await page.Browser.Send(await page.Browser.Open(page.Url), action is null ? null : "?handler=Reopen", [(question, plain), .. Rest()])).Status.ShouldBe(HttpStatusCode.Redirect, "plain words pass at once");
    }
}

public sealed class PeopleWarningOnSqlite(SqliteSpace space) : PeopleWarningTests(space), IClassFixture<SqliteSpace>;

public sealed class PeopleWarningOnPostgres(PostgresSpace space) : PeopleWarningTests(space), IClassFixture<PostgresSpace>;
