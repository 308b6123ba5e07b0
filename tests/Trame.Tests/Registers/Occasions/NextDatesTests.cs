using System.Net;
using Trame.Registers.Occasions;
using Trame.Registers.People;

namespace Trame.Tests.Registers.Occasions;

public abstract class NextDatesTests(TestSpace space)
{
    [Fact]
    public async Task The_form_shows_the_next_six_dates_without_sending_anything()
    {
        var form = await space.Browse().Open("/proposer/moments");
        // Every Friday since the 6th of November 2026; today is Friday the 20th. One date is skipped, and Christmas and New Year's Day are Fridays.
        var shown = await form.Send(("name", "Soupe du vendredi"), ("territory", "Yzeure"), ("starts-on", "2026-11-06"), ("starts-at", "18:00"), ("rule-rhythm", "weekly"), ("rule-days", "FR"),
            ("rule-skip", "04/12/2026"), ("rule-no-holidays", "true"), ("Source", "Affiche"), (OccasionForm.ShowDates, "oui"));
        shown.Status.ShouldBe(HttpStatusCode.OK);
        Dates(shown).ShouldBe(["vendredi 20 novembre à 18 h", "vendredi 27 novembre à 18 h", "vendredi 11 décembre à 18 h", "vendredi 18 décembre à 18 h", "vendredi 8 janvier à 18 h", "vendredi 15 janvier à 18 h"]);
        (shown.ValueOf("name"), shown.ValueOf("rule-skip"), shown.ValueOf("Source")).ShouldBe(("Soupe du vendredi", "4/12/2026", "Affiche"));
        var sent = await shown.Send();
        sent.Status.ShouldBe(HttpStatusCode.Redirect, "what was shown can be sent as it is");
    }

    [Theory]
    [InlineData("/proposer/moments", Role.Visitor)]
    [InlineData("/bureau/ajouter/moments", Role.CounterAgent)]
    public async Task A_rule_that_gives_nothing_says_so_and_a_wrong_one_waits_for_its_refusal(string path, Role role)
    {
        var form = await (await space.BrowseAs(role)).Open(path);
        (await form.Send(("starts-on", "2026-11-06"), ("rule-rhythm", "weekly"), ("rule-days", "FR"), ("rule-until", "2026-11-13"), (OccasionForm.ShowDates, "oui"))).Words.ShouldContain("Aucune date à venir");
        var wrong = await form.Send(("starts-on", "jamais"), ("rule-rhythm", "weekly"), (OccasionForm.ShowDates, "oui"));
        (wrong.Status, Dates(wrong).Count).ShouldBe((HttpStatusCode.OK, 0));
    }

    [Fact]
    public async Task The_piece_that_scripts_ask_for_says_the_same_dates()
    {
        var piece = await space.Browse().Open("/outils/dates?starts-on=2026-11-21&starts-at=&rule-rhythm=monthly&rule-days=SA&rule-nth=3&recurrence=&recurrence-was=");
        Dates(piece)[..2].ShouldBe(["21 novembre 2026", "19 décembre 2026"]);
        piece.Document.QuerySelector("h1").ShouldBeNull();
    }

    [Fact]
    public async Task The_page_of_a_moment_says_its_next_six_dates()
    {
        var agent = await space.BrowseAs(Role.CounterAgent);
        var form = await agent.Open("/bureau/ajouter/moments");
        var added = await form.Send(("name", "Chorale du vendredi"), ("territory", "Yzeure"), ("starts-on", "2026-11-06"), ("starts-at", "08:00"), ("duration", "30"), ("rule-rhythm", "weekly"), ("rule-days", "FR"), ("Source", "Affiche"));
        var page = await added.Follow(); // today's is over since 8:30
        page.Document.QuerySelectorAll(".split .card:first-child ul li").Length.ShouldBe(6);
        page.Words.ShouldNotContain("20 novembre à 8");
    }

    private static List<string> Dates(Answer page) => [.. page.Document.QuerySelectorAll(page.Document.QuerySelector("#prochaines-dates") is null ? "li" : "#prochaines-dates li").Select(l => l.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim())];
}

public sealed class NextDatesOnSqlite(SqliteSpace space) : NextDatesTests(space), IClassFixture<SqliteSpace>;

public sealed class NextDatesOnPostgres(PostgresSpace space) : NextDatesTests(space), IClassFixture<PostgresSpace>;
