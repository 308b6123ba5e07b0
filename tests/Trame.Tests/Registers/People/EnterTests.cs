using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Tests.Registers.People;

public abstract class EnterTests(TestSpace space)
{
    private const string Good = "trois mots faciles";

    [Fact]
    public async Task Runs_on_the_database_it_names() => (await space.ProviderInUse()).ShouldBe(space.Provider);

    [Fact]
    public async Task A_login_and_its_password_open_the_page_that_was_asked()
    {
        var login = await HasLogin("Camille");
        var asked = await space.Browse().Open("/moi/nom");
        var form = await asked.Follow();
        var entered = await form.SendTo("handler=Password", ("Login", $" {login.ToUpperInvariant()} "), ("Password", Good));
        entered.Status.ShouldBe(HttpStatusCode.Redirect);
        entered.Location.ShouldBe("/moi/nom");
        (await entered.Follow()).ValueOf("DisplayName").ShouldBe("Camille");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_login_are_told_the_same_words()
    {
        var login = await HasLogin("Sacha");
        var wrong = await Try(login, "pas le bon");
        var unknown = await Try("personne-99", "pas le bon");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unknown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Alert(unknown).ShouldBe(Alert(wrong));
        Alert(wrong).ShouldContain("ne vont pas ensemble");
    }

    [Fact]
    public async Task After_five_wrong_answers_even_the_right_one_waits_whether_the_login_exists_or_not()
    {
        var login = await HasLogin("Noa");
        (await Enter(login, wrongTimes: 5)).ShouldBe("people.enter.password.wrong");
        (await Enter(login, Good)).ShouldBe("people.enter.wait");
        (await Enter("fantome-12", wrongTimes: 5)).ShouldBe("people.enter.password.wrong");
        (await Enter("fantome-12", Good)).ShouldBe("people.enter.wait");
        space.Clock.Advance(TimeSpan.FromSeconds(61));
        (await Enter(login, Good)).ShouldBe("in");
        (await Enter(login, "faux")).ShouldBe("people.enter.password.wrong"); // the count started again
        (await Enter(login, Good)).ShouldBe("in");
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\\ailleurs.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_another_site_after_coming_in(string to)
    {
        var login = await HasLogin("Lou");
        var form = await space.Browse().Open($"/entrer?retour={Uri.EscapeDataString(to)}");
        (await form.SendTo("handler=Password", ("Login", login), ("Password", Good))).Location.ShouldBe("/");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var answer = await space.Browse().Http.PostAsync("/entrer?handler=Password", new FormUrlEncodedContent([new("Login", "a"), new("Password", "b")]), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_card_opens_with_its_code_typed_anyhow_and_a_new_card_closes_the_former()
    {
        var browser = await space.BrowseAs(Role.Resident, "Ange");
        var first = await (await browser.Open("/moi/carte")).Send();
        var (number, code) = Card(first);
        first.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var scanned = await space.Browse().Open($"/entrer?carte={number}");
        scanned.ValueOf("carte").ShouldBe(number);
        var entered = await scanned.SendTo("handler=Card", ("CardCode", $" {code.ToLowerInvariant()} "));
        entered.Status.ShouldBe(HttpStatusCode.Redirect);
        await (await browser.Open("/moi/carte")).Send();
        var late = await (await space.Browse().Open($"/entrer?carte={number}")).SendTo("handler=Card", ("CardCode", code));
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_invitation_lets_one_person_in_once_and_reading_it_uses_nothing_up()
    {
        var link = await HasInvitation(Role.Observer, Duration.FromHours(1));
        await space.Browse().Open(link);
        var form = await space.Browse().Open(link);
        var entered = await form.Send(("DisplayName", "Alix"));
        entered.Location.ShouldBe("/moi/entrees");
        (await form.Browser.Open("/moi")).Words.ShouldContain("observateur");
        (await space.Browse().Open(link)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task An_invitation_that_is_over_opens_nothing()
    {
        var link = await HasInvitation(Role.Coordinator, Duration.FromMinutes(5));
        var form = await space.Browse().Open(link);
        space.Clock.Advance(TimeSpan.FromMinutes(6));
        (await form.Send(("DisplayName", "Trop tard"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await space.Read(db => db.Set<Person>().AnyAsync(p => p.DisplayName == "Trop tard"))).ShouldBeFalse();
    }

    private async Task<string> HasLogin(string name) => await space.In(async services =>
    {
        var db = services.GetRequiredService<Trame.Foundation.Data.TrameDb>();
        var person = new Person(name, "fr", db.Now);
        db.Add(person);
        await db.Save(default);
        var act = services.GetRequiredService<SetPassword>();
        var login = await act.Suggest(name, default);
        (await act.Handle(new(login, Good, Good), new Actor(person.Id, name, new HashSet<(string, Guid?)> { ("resident", null) }, Channel.Online), default)).Accepted.ShouldBeTrue();
        return login;
    });

    private Task<string> HasInvitation(Role role, Duration lasts) => space.In(async services =>
        $"/entree/{(await services.GetRequiredService<Invite>().Handle(new(role, null, lasts), Actor.Machine, default)).Value}");

    private async Task<Answer> Try(string login, string password) =>
        await (await space.Browse().Open("/entrer")).SendTo("handler=Password", ("Login", login), ("Password", password));

    // Through the act, because the address of the test would be slowed down before the login is.
    private async Task<string> Enter(string login, string secret = "faux", int wrongTimes = 1)
    {
        var said = "";
        for (var i = 0; i < wrongTimes; i++)
            said = await space.In(async services => await services.GetRequiredService<EnterWithSecret>().Handle(new(SignInKind.Password, login, secret), default) is { Accepted: false } refused ? refused.Refusals[0].TextKey : "in");
        return said;
    }

    private static string Alert(Answer page) => page.Document.QuerySelector("[role=alert]")?.TextContent.Trim() ?? "";

    private static (string Number, string Code) Card(Answer page)
    {
        var values = page.Document.QuerySelectorAll(".poster dd").Select(d => d.TextContent.Trim()).ToList();
        return (values[0], values[1]);
    }
}

public sealed class EnterOnSqlite(SqliteSpace space) : EnterTests(space), IClassFixture<SqliteSpace>;

public sealed class EnterOnPostgres(PostgresSpace space) : EnterTests(space), IClassFixture<PostgresSpace>;
