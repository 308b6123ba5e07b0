using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Observe.Occasions;

/// <summary>The dates of a moment say the same on its page, in its calendar file and in the lists. Today is Friday 20 November 2026.</summary>
public abstract class MomentDatesTests(TestSpace space)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_day_ends_the_rhythm_in_calendars_too()
    {
        await Add("Couture du mardi", ("starts-on", "2026-11-03"), ("starts-at", "18:00"), ("duration", "60"), ("ends-on", "2026-12-15"), ("rule-rhythm", "weekly"), ("rule-days", "TU"));
        (await Calendar("couture-du-mardi")).ShouldContain("RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T225959Z");
        await Add("Trois fois", ("starts-on", "2026-12-01"), ("starts-at", "18:00"), ("ends-on", "2027-06-30"), ("rule-rhythm", "other"), ("recurrence", "RRULE:FREQ=WEEKLY;COUNT=3"));
        (await Calendar("trois-fois")).ShouldContain("RRULE:FREQ=WEEKLY;COUNT=3");
        await Add("Dix fois ou Noël", ("starts-on", "2026-12-01"), ("starts-at", "18:00"), ("ends-on", "2026-12-24"), ("rule-rhythm", "other"), ("recurrence", "RRULE:FREQ=WEEKLY;COUNT=10"));
        (await Calendar("dix-fois-ou-noel")).ShouldContain("RRULE:FREQ=WEEKLY;UNTIL=20261224T225959Z");
    }

    [Fact]
    public async Task Days_without_an_hour_are_days_and_several_days_have_their_end()
    {
        await Add("Foire de Noël", ("starts-on", "2026-12-24"), ("ends-on", "2026-12-27"));
        var fair = await Calendar("foire-de-noel");
        fair.ShouldContain("DTSTART;VALUE=DATE:20261224");
        fair.ShouldContain("DTEND;VALUE=DATE:20261228");
        fair.ShouldNotContain("VTIMEZONE");
        (await When("foire-de-noel")).ShouldBe("du 24 décembre 2026 au 27 décembre 2026");
        await Add("Marché sans heure", ("starts-on", "2026-11-21"), ("ends-on", "2026-12-31"), ("rule-rhythm", "weekly"), ("rule-days", "SA"), ("rule-skip", "05/12/2026"));
        var market = await Calendar("marche-sans-heure");
        market.ShouldContain("RRULE:FREQ=WEEKLY;BYDAY=SA;UNTIL=20261231\r\n");
        market.ShouldContain("EXDATE;VALUE=DATE:20261205");
        await Add("Nuit du conte", ("starts-on", "2026-12-04"), ("starts-at", "20:00"), ("ends-on", "2026-12-05"));
        (await Calendar("nuit-du-conte")).ShouldContain("DTEND;TZID=Europe/Paris:20261206T000000");
    }

    [Fact]
    public async Task What_is_over_says_when_it_was_and_leaves_the_lists_until_it_has_a_new_date()
    {
        await Add("Fête d’octobre", ("starts-on", "2026-10-01"));
        (await When("fete-d-octobre")).ShouldBe("C’est passé, le 1er octobre 2026.");
        (await space.Browse().Open("/occasions?nature=moment&q=octobre")).Words.ShouldNotContain("Fête d’octobre");
        (await space.Browse().Open("/occasions?nature=moment&etat=passe&q=octobre")).Words.ShouldContain("Fête d’octobre");
        var form = await (await space.BrowseAs(Role.Coordinator)).Open("/moments/fete-d-octobre/decrire");
        (await form.Send(("starts-on", "2027-10-01"), ("Source", "Affiche"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open("/occasions?nature=moment&q=octobre")).Words.ShouldContain("Fête d’octobre");
    }

    [Fact]
    public async Task Time_alone_makes_a_moment_leave_the_lists()
    {
        await Add("Loto de demain", ("starts-on", "2026-11-21"), ("starts-at", "14:00"), ("duration", "60"));
        var occasion = await space.Read(db => Task.FromResult(db.Set<Occasion>().First(o => o.Slug == "loto-de-demain")));
        space.Clock.Advance(TimeSpan.FromDays(2));
        await space.In(services => services.GetRequiredService<RefreshTimings>().Handle(services.GetRequiredService<Trame.Foundation.Data.TrameDb>(), Stop));
        var after = await space.Occasion(occasion.Id);
        (after.Status, after.NextAt, after.Version).ShouldBe((OccasionStatus.Over, (Instant?)null, occasion.Version));
        space.Clock.Advance(TimeSpan.FromDays(-2));
    }

    [Theory]
    [InlineData("2026-12-01", "2026-11-25", "", "avant le premier")]
    [InlineData("2026-12-01", "", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "aucune date")]
    [InlineData("2026-12-01", "", "RRULE:FREQ=WEEKLY;UNTIL=20200101", "aucune date")]
    public async Task Dates_that_can_never_be_are_refused_with_what_to_look_at(string first, string last, string rule, string told)
    {
        var form = await (await space.BrowseAs(Role.Coordinator)).Open("/bureau/ajouter/moments");
        var answer = await form.Send(("name", $"Impossible {rule}{last}"), ("territory", "Yzeure"), ("starts-on", first), ("ends-on", last), ("rule-rhythm", rule.Length > 0 ? "other" : "once"), ("recurrence", rule), ("Source", "Affiche"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Words.ShouldContain(told);
    }

    private async Task Add(string name, params (string, string)[] said)
    {
        var form = await (await space.BrowseAs(Role.Coordinator)).Open("/bureau/ajouter/moments");
        var sent = await form.Send([("name", name), ("territory", "Yzeure"), ("Source", "Affiche"), .. said]);
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Words);
    }

    private async Task<string> When(string slug) => (await space.Browse().Open($"/moments/{slug}")).Document.QuerySelector(".occasion-when")!.TextContent.Trim();

    private async Task<string> Calendar(string slug) => (await space.Browse().Open($"/moments/{slug}.ics")).Text;
}

public sealed class MomentDatesOnSqlite(SqliteSpace space) : MomentDatesTests(space), IClassFixture<SqliteSpace>;

public sealed class MomentDatesOnPostgres(PostgresSpace space) : MomentDatesTests(space), IClassFixture<PostgresSpace>;
