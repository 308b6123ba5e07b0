using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Data;
using Trame.Registers.People;

namespace Trame.Tests.Registers.People;

public abstract class OtherSessionsTests(TestSpace space)
{
    private const string Good = "trois mots faciles";

    [Fact]
    public async Task A_changed_password_closes_the_other_browsers_of_that_person_and_is_told()
    {
        var (person, here) = await Comes("Camille");
        var (_, stranger) = await Comes("Sacha");
        await (await here.Open("/moi/entrees")).SendTo("handler=Password", ("Login", "camille-77"), ("Password", Good), ("Again", Good));
        var there = await Elsewhere(person);
        var told = await (await here.Open("/moi/entrees")).SendTo("handler=Password", ("Password", "quatre mots bien longs"), ("Again", "quatre mots bien longs"));
        (await told.Follow()).Words.ShouldContain("Si d’autres navigateurs étaient ouverts à votre nom, ils sont fermés.");
        (await here.Open("/moi")).Status.ShouldBe(HttpStatusCode.OK, "who changed it stays in");
        (await there.Open("/moi")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await stranger.Open("/moi")).Status.ShouldBe(HttpStatusCode.OK);
        (await Journal(person)).ShouldBe(["way-added", "other-sessions-ended", "password-changed"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_first_password_closes_nothing_and_a_refused_one_neither()
    {
        var (person, here) = await Comes("Lou");
        var there = await Elsewhere(person);
        await (await here.Open("/moi/entrees")).SendTo("handler=Password", ("Login", "lou-55"), ("Password", Good), ("Again", Good));
        (await (await here.Open("/moi/entrees")).SendTo("handler=Password", ("Password", "court"), ("Again", "court"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await there.Open("/moi")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_card_that_is_closed_or_made_again_closes_the_other_browsers()
    {
        var (person, here) = await Comes("Ange");
        await (await here.Open("/moi/carte")).Send();
        var there = await Elsewhere(person);
        await (await here.Open("/moi/entrees")).SendTo("handler=Revoke");
        (await there.Open("/moi")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await here.Open("/moi")).Status.ShouldBe(HttpStatusCode.OK);
        await (await here.Open("/moi/carte")).Send();
        there = await Elsewhere(person);
        await (await here.Open("/moi/carte")).Send();
        (await there.Open("/moi")).Status.ShouldBe(HttpStatusCode.Redirect, "a card is made again because the former is lost");
        (await Journal(person)).Count(k => k == "other-sessions-ended").ShouldBe(2);
    }

    [Fact]
    public async Task A_card_made_again_at_the_counter_closes_every_browser_of_its_person()
    {
        var (person, here) = await Comes("Noa");
        var agent = await space.BrowseAs(Role.CounterAgent);
        await (await agent.Open($"/moi/carte?pour={person}")).Send();
        (await here.Open("/moi")).Status.ShouldBe(HttpStatusCode.OK, "there was no card to lose");
        await (await agent.Open($"/moi/carte?pour={person}")).Send();
        (await here.Open("/moi")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await agent.Open("/moi")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(Guid Person, Browser Browser)> Comes(string name) => await space.In(async services =>
    {
        var db = services.GetRequiredService<TrameDb>();
        var person = new Person(name, "fr", db.Now);
        db.Add(person);
        (await db.Save(default)).Accepted.ShouldBeTrue();
        return (person.Id, await Elsewhere(person.Id));
    });

    private Task<Browser> Elsewhere(Guid id) => space.In(async services =>
    {
        var db = services.GetRequiredService<TrameDb>();
        var signedIn = services.GetRequiredService<SignedIn>();
        var token = signedIn.Start(await db.Set<Person>().SingleAsync(p => p.Id == id));
        (await db.Save(default)).Accepted.ShouldBeTrue();
        return new Browser(space.Address, signedIn.CookieName, token);
    });

    private Task<List<string>> Journal(Guid person) => space.Read(db => db.Set<SecurityEvent>().Where(e => e.PersonId == person).OrderBy(e => e.At).Select(e => e.Kind).ToListAsync());
}

public sealed class OtherSessionsOnSqlite(SqliteSpace space) : OtherSessionsTests(space), IClassFixture<SqliteSpace>;

public sealed class OtherSessionsOnPostgres(PostgresSpace space) : OtherSessionsTests(space), IClassFixture<PostgresSpace>;
