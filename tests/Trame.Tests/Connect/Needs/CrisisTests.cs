using System.Net;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Registers.People;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Connect.Needs;

public abstract class CrisisTests(TestSpace space)
{
    [Fact]
    public async Task A_crisis_names_who_is_competent_puts_its_requests_first_and_ends_with_thanks()
    {
        (await (await space.BrowseAs(Role.CounterAgent)).Open("/relier/crise")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var coordinator = await space.BrowseAs(Role.Coordinator);
        var refused = await (await coordinator.Open("/relier/crise")).Send(("Name", "Grand froid"), ("Services", ""), ("ClosesOn", "2026-11-10"));
        refused.RefusalOf("Services").ShouldContain("service compétent", customMessage: "mutual aid never stands in for a service (R11)");
        refused.RefusalOf("ClosesOn").ShouldContain("après le premier");
        (await (await coordinator.Open("/relier/crise")).Send(("Name", "Grand froid"), ("Services", "Secours : 15\nCCAS : à la mairie"), ("ClosesOn", "2026-11-30"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var before = await space.Ask("transport", name: "Avant");
        (await space.Browse().Open("/relier")).Words.ShouldContain("Temps de crise : Grand froid");
        (await space.Browse().Open("/relier/demander")).Words.ShouldContain("Secours : 15");
        before.Value!.CrisisId.ShouldNotBeNull();
        before.Value.ExpiresOn.ShouldBe(new NodaTime.LocalDate(2026, 11, 30), "it ends with the crisis");
        (await (await coordinator.Open("/relier/crise")).Send(("Name", "Encore"), ("Services", "15"), ("ClosesOn", "2026-11-30"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "one at a time: the page offers to close it");

        (await (await coordinator.Open("/relier/crise")).SendTo("?handler=Close", ("Thanks", "Merci à la rue des Tanneurs"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Read(db => db.Set<Need>().SingleAsync(n => n.Id == before.Value.Id))).Status.ShouldBe(EntryStatus.Expired);
        (await space.Facts(NeedFacts.Expired, before.Value.Id)).ShouldBe(1);
        (await space.Browse().Open("/relier")).Words.ShouldContain("Merci à la rue des Tanneurs");
    }
}

public sealed class CrisisOnSqlite(SqliteSpace space) : CrisisTests(space), IClassFixture<SqliteSpace>;

public sealed class CrisisOnPostgres(PostgresSpace space) : CrisisTests(space), IClassFixture<PostgresSpace>;
