using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Data;
using Trame.Foundation.Web;
using Trame.Registers.People;

namespace Trame.Tests.Registers.People;

public abstract class RolesTests(TestSpace space)
{
    [Theory]
    [InlineData("/reglages/journal")]
    [InlineData("/reglages/personnes")]
    [InlineData("/reglages/inviter")]
    [InlineData("/reglages")]
    public async Task A_resident_is_refused_and_the_journal_keeps_the_page(string page)
    {
        var browser = await space.BrowseAs(Role.Resident);
        (await browser.Open(page)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await Eventually(() => space.Read(db => db.Set<SecurityEvent>().AnyAsync(e => e.Kind == SecurityWord.PageRefused && e.Detail == page)));
    }

    [Fact]
    public async Task A_visitor_is_shown_the_way_in() =>
        (await space.Browse().Open("/reglages/journal")).Location.ShouldBe("/entrer?retour=%2Freglages%2Fjournal");

    [Fact]
    public async Task A_counter_agent_opens_an_account_but_gives_no_role_and_makes_no_card_for_a_coordinator()
    {
        var agent = await space.BrowseAs(Role.CounterAgent, "Guichet");
        var made = await (await agent.Open("/reglages/personnes")).Send(("DisplayName", "Madame Petit"));
        made.Status.ShouldBe(HttpStatusCode.Redirect);
        var person = await made.Follow();
        person.Words.ShouldContain("Madame Petit");
        person.Words.ShouldNotContain("Donner un rôle");
        var card = await (await agent.Open($"/moi/carte?pour={made.Location!.Split('/')[^1]}")).Send();
        card.Status.ShouldBe(HttpStatusCode.OK);

        await space.BrowseAs(Role.Coordinator, "Coordinatrice à garder");
        var coordinator = await IdOf("Coordinatrice à garder");
        (await agent.Open($"/moi/carte?pour={coordinator}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await space.In(services => Give(services, coordinator, Role.CounterAgent), await ActorOf("Guichet", "counter-agent"))).ShouldBe("data.not-allowed");
    }

    [Fact]
    public async Task A_coordinator_cannot_make_an_operator()
    {
        await space.BrowseAs(Role.Coordinator, "Sans serveur");
        var id = await IdOf("Sans serveur");
        var actor = await ActorOf("Sans serveur", "coordinator");
        (await space.In(services => Give(services, id, Role.Operator), actor)).ShouldBe("data.not-allowed");
        (await space.In(services => Give(services, id, Role.Observer), actor)).ShouldBe("");
        (await space.In(services => Give(services, id, Role.Host), actor)).ShouldBe("people.roles.where");
    }

    [Fact]
    public async Task The_last_coordinator_stays_and_cannot_leave_before_there_is_another()
    {
        await space.Act(db => db.Set<RoleGrant>().ExecuteDeleteAsync());
        var browser = await space.BrowseAs(Role.Coordinator, "Seule");
        var page = await browser.Open($"/reglages/personnes/{await IdOf("Seule")}");
        var kept = await page.SendTo("handler=End");
        kept.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        kept.Words.ShouldContain("dernière personne qui coordonne");
        (await (await browser.Open("/moi/partir")).Send(("Sure", "true"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await space.BrowseAs(Role.Coordinator, "Seconde");
        (await page.SendTo("handler=End")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Open("/reglages/journal")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_journal_is_read_page_by_page_without_a_line_twice()
    {
        await space.Act(async db =>
        {
            for (var i = 0; i < 120; i++) db.Add(new SecurityEvent(SecurityWord.SignInRefused, null, null, $"n{i}", db.Now));
            await db.Save(default);
        });
        var browser = await space.BrowseAs(Role.Coordinator);
        var page = await browser.Open($"/reglages/journal?quoi={SecurityWord.SignInRefused}");
        var seen = new List<string>();
        while (true)
        {
            seen.AddRange(page.Document.QuerySelectorAll("tbody tr td:nth-child(3)").Select(c => c.TextContent.Split(':')[^1].Trim()).Where(c => c.StartsWith('n')));
            if (page.Document.QuerySelector("a[href*='apres=']:last-child") is not { } older || !older.TextContent.Contains("ancien", StringComparison.Ordinal)) break;
            page = await browser.Open(older.GetAttribute("href")!);
        }

        seen.Count.ShouldBe(120);
        seen.Distinct().Count().ShouldBe(120);
    }

    [Fact]
    public async Task Settings_that_someone_else_changed_meanwhile_are_shown_side_by_side()
    {
        var (one, two) = (await space.BrowseAs(Role.Coordinator, "Une"), await space.BrowseAs(Role.Coordinator, "Deux"));
        var (first, second) = (await one.Open("/reglages"), await two.Open("/reglages"));
        (await first.Send(("HelpHours", "Mo-Fr 09:00-12:00"), ("Basemap", "https://tuiles.example/{z}/{x}/{y}.png"), ("BasemapCredit", "© essai"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var conflict = await second.Send(("HelpHours", "Mo-Fr 14:00-17:00"));
        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Words.ShouldContain("Mo-Fr 09:00-12:00");
        conflict.ValueOf("HelpHours").ShouldBe("Mo-Fr 14:00-17:00");
        (await conflict.Send()).Status.ShouldBe(HttpStatusCode.Redirect);
        (await one.Open("/reglages")).ValueOf("HelpHours").ShouldBe("Mo-Fr 14:00-17:00");
    }

    [Fact]
    public async Task The_pages_of_a_space_may_load_its_own_tiles_and_no_threshold_goes_below_eleven()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var form = await browser.Open("/reglages");
        (await form.Send(("SecrecyThreshold", "3"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await form.Send(("SecrecyThreshold", "beaucoup"))).Words.ShouldContain("nombre entier");
        (await form.Send(("Basemap", "https://tuiles.example/{z}/{x}/{y}.png"), ("BasemapCredit", "© essai"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var policy = (await browser.Open("/reglages")).Response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("img-src 'self' data: https://tuiles.example");
        policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Who_may_do_what_prints_every_act_in_words()
    {
        var page = await space.Browse().Open("/reglages/roles");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(space.Services.GetRequiredService<Rights>().All.Count);
        page.Words.ShouldNotContain("[acts.");
    }

    private Task<Guid> IdOf(string name) => space.Read(db => db.Set<Person>().Where(p => p.DisplayName == name).Select(p => p.Id).SingleAsync());

    private async Task<Actor> ActorOf(string name, string role) => new(await IdOf(name), name, new HashSet<(string, Guid?)> { (role, null), ("resident", null) }, Trame.Foundation.Facts.Channel.Online);

    private static async Task<string> Give(IServiceProvider services, Guid to, Role role)
    {
        var actor = services.GetRequiredService<CurrentActor>().Actor;
        var outcome = await services.GetRequiredService<GiveRole>().Handle(new(to, role, null), actor, default);
        return outcome.Accepted ? "" : outcome.Refusals[0].TextKey;
    }

    // The line is written once the answer is on its way.
    private static async Task Eventually(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 100 && !await isSo(); i++) await Task.Delay(20);
        (await isSo()).ShouldBeTrue();
    }
}

public sealed class RolesOnSqlite(SqliteSpace space) : RolesTests(space), IClassFixture<SqliteSpace>;

public sealed class RolesOnPostgres(PostgresSpace space) : RolesTests(space), IClassFixture<PostgresSpace>;
