using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Time;
using Trame.Foundation.Web;
using Trame.Registers.Feeds;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Tests.Registers.Exports;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Registers.Feeds;

/// <summary>Somebody's calendar, served here by a small server of its own: shown, taken in, read again at night, and only what changed is written.</summary>
public abstract class FeedsTests(TestSpace space)
{
    [Fact]
    public async Task A_calendar_is_shown_before_anything_enters_and_then_taken_in_once()
    {
        var word = Register.Unique();
        var desk = await space.BrowseAs(Role.Coordinator);
        var shown = await (await Give(desk, Calendar(Event("a", $"Bal {word}", "DTSTART;TZID=Europe/Paris:20261205T200000", "DTEND;TZID=Europe/Paris:20261205T233000", "LOCATION:Salle des fêtes\\, 03400 Yzeure"),
            Event("b", $"Chorale {word}", "DTSTART;TZID=Europe/Paris:20261124T183000", "DURATION:PT1H30M", "RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Paris:20261222T183000"), Event("c", $"Passé {word}", "DTSTART:20200101T100000Z"), Event("d", "", "DTSTART:20270101T100000Z")), word)).Follow();
        (Figure(shown, "Nouveaux"), Figure(shown, "Passés ou annulés"), Figure(shown, "Refusés")).ShouldBe((2, 1, 1));
        shown.Words.ShouldContain("il n’a pas de titre");
        (await Moments(word)).ShouldBeEmpty("nothing enters before somebody has seen it");

        await shown.SendTo("handler=Once");
        var moments = await Moments(word);
        var ball = moments.Single(m => m.Name == $"Bal {word}");
        (ball.StartsOn, ball.StartsAt, ball.DurationMinutes, ball.Source).ShouldBe((new LocalDate(2026, 12, 5), new LocalTime(20, 0), 210, word));
        var choir = moments.Single(m => m.Name == $"Chorale {word}");
        choir.Recurrence.ShouldContain("FREQ=WEEKLY");
        choir.Recurrence.ShouldContain("20261222T183000");
        choir.NextAt.ShouldNotBeNull();
        (await (await space.BrowseAs(Role.CounterAgent)).Open("/donnees/agendas")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task At_night_only_what_changed_is_fetched_and_written()
    {
        var word = Register.Unique();
        var one = Event("a", $"Repas {word}", "DTSTART;TZID=Europe/Paris:20261210T120000", "DESCRIPTION:Chacun apporte un plat");
        var two = Event("b", $"Jeux {word}", "DTSTART;TZID=Europe/Paris:20261211T140000");
        await using var server = await Stub.Open(Calendar(one, two));
        var feed = await Follow(server, word);
        var before = await Moments(word);
        before.Count.ShouldBe(2);

        await Night(server);
        server.Answers[^1].ShouldBe(304, "it is asked only for what changed since");
        (await Moments(word)).ConvertAll(m => m.Version).ShouldBe(before.ConvertAll(m => m.Version), "nothing written");

        server.Put(Calendar(one.Replace("120000", "123000", StringComparison.Ordinal), Event("c", $"Loto {word}", "DTSTART;TZID=Europe/Paris:20261212T140000")));
        await Night(server);
        var after = await Moments(word);
        after.Single(m => m.Name.StartsWith("Repas", StringComparison.Ordinal)).StartsAt.ShouldBe(new LocalTime(12, 30));
        after.ShouldContain(m => m.Name == $"Loto {word}");
        var games = after.Single(m => m.Name.StartsWith("Jeux", StringComparison.Ordinal));
        (games.Status, games.Version).ShouldBe((OccasionStatus.Open, before.Single(m => m.Id == games.Id).Version), "marked, never deleted, never rewritten");
        (await space.Read(db => db.Set<FeedMoment>().SingleAsync(m => m.MomentId == games.Id))).VanishedAt.ShouldNotBeNull();

        server.Fail = true;
        await Night(server);
        var failing = await Read(feed);
        (failing.Trouble, failing.State).ShouldBe(("feeds.trouble.status", FeedState.Followed));
        (await (await space.BrowseAs(Role.Coordinator)).Open("/donnees/agendas")).Words.ShouldContain("répond par une erreur");
        await (await (await space.BrowseAs(Role.Coordinator)).Open($"/donnees/agendas/{feed}")).SendTo("handler=End");
        (await Read(feed)).State.ShouldBe(FeedState.Ended);
    }

    [Fact]
    public async Task What_somebody_here_corrected_is_not_overwritten_at_night()
    {
        var word = Register.Unique();
        await using var server = await Stub.Open(Calendar(Event("a", $"Thé {word}", "DTSTART;TZID=Europe/Paris:20261210T150000")));
        var feed = await Follow(server, word);
        var tea = (await Moments(word)).Single();
        (await space.Describe(tea.Id, tea.Version, "l’animatrice", ("starts-at", "16:00"))).Accepted.ShouldBeTrue();
        server.Put(Calendar(Event("a", $"Thé {word}", "DTSTART;TZID=Europe/Paris:20261210T170000")));
        await Night(server);
        var kept = (await Moments(word)).Single();
        kept.StartsAt.ShouldBe(new LocalTime(16, 0));
        kept.Disagreements(OccasionField.Named("starts-at")).ShouldHaveSingleItem().Value.ShouldBe("17:00");
        await space.In(s => s.GetRequiredService<EndFeed>().Handle(feed, Actor.Machine, default));
    }

    [Fact]
    public async Task What_it_brought_is_taken_back_except_what_somebody_touched_since()
    {
        var word = Register.Unique();
        var desk = await space.BrowseAs(Role.Coordinator);
        var shown = await (await Give(desk, Calendar(Event("a", $"Soupe {word}", "DTSTART;TZID=Europe/Paris:20261205T200000"), Event("b", $"Chant {word}", "DTSTART;TZID=Europe/Paris:20261206T200000")), word)).Follow();
        await shown.SendTo("handler=Once");
        var soup = (await Moments(word)).Single(m => m.Name.StartsWith("Soupe", StringComparison.Ordinal));
        (await space.Describe(soup.Id, soup.Version, "l’animatrice", ("starts-at", "19:00"))).Accepted.ShouldBeTrue();
        var page = await (await (await desk.Open(shown.Url)).SendTo("handler=Undo")).Follow();
        page.Words.ShouldContain("1 moments comme avant, 1 laissés");
        (await Moments(word)).ConvertAll(m => m.Status).ShouldBe([OccasionStatus.Closed, OccasionStatus.Open]);
        page.Document.QuerySelector("form[action*='handler=Undo']").ShouldBeNull("it is taken back once");
    }

    [Fact]
    public async Task Our_own_calendar_given_back_changes_nothing()
    {
        await AwkwardRegister.Fill(space);
        var desk = await space.BrowseAs(Role.Coordinator);
        var file = await desk.Http.GetStringAsync("/donnees/formats/icalendar/fichier", TestContext.Current.CancellationToken);
        var before = await Everything();
        var shown = await (await Give(desk, file, "notre propre agenda")).Follow();
        (Figure(shown, "Nouveaux"), Figure(shown, "Changés"), Figure(shown, "Refusés")).ShouldBe((0, 0, 0), shown.Words);
        Figure(shown, "Inchangés").ShouldBeGreaterThan(0);
        await shown.SendTo("handler=Once");
        (await Everything()).ShouldBe(before);
        var moved = await (await Give(desk, file.Replace("T180000", "T183000", StringComparison.Ordinal), "quelqu’un")).Follow();
        Figure(moved, "Changés").ShouldBe(1, "what somebody changed in our file is heard");
    }

    [Fact]
    public async Task What_is_no_calendar_or_stands_behind_our_walls_is_refused()
    {
        var desk = await space.BrowseAs(Role.Coordinator);
        (await Give(desk, "<html>", "x")).RefusalOf("Given").ShouldContain("n’est pas un agenda");
        var page = await desk.Open("/donnees/agendas");
        (await page.Send(("Address", "ftp://exemple.fr/a.ics"), ("Source", "x"), ("Territory", "yzeure"))).RefusalOf("Address").ShouldContain("webcal");
        await using var server = await Stub.Open(Calendar());
        (await page.Send(("Address", server.Address), ("Source", "x"), ("Territory", "yzeure"))).RefusalOf("Address").ShouldContain("ne répond pas", Case.Sensitive, "a machine of ours is not on the web");
        server.Answers.ShouldBeEmpty();
        (await page.Send(("Address", ""), ("Source", "x"), ("Territory", "yzeure"))).RefusalOf("Address").ShouldContain("adresse ou un fichier");
    }

    [Fact]
    public void Times_are_brought_to_the_zone_of_who_reads_and_texts_are_unfolded()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];
        var (events, cut) = ICalendarReader.Read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261120T170000Z\r\nDTEND:20261120T183000Z\r\nSUMMARY:Un titre\\, coupé\\nen \r\n deux\r\nBEGIN:VALARM\r\nSUMMARY:non\r\nEND:VALARM\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261204\r\nSUMMARY:Trois jours\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:3\r\nDTSTART;TZID=America/New_York:20261120T120000\r\nGEO:46.5;3.3\r\nSUMMARY;X=\"a:b\":Loin\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:pas une date\r\n", zone);
        cut.ShouldBeFalse();
        events.Count.ShouldBe(3, "an event that never ends is none");
        (events[0].Starts, events[0].Minutes, events[0].Summary).ShouldBe((new LocalDateTime(2026, 11, 20, 18, 0), 90, "Un titre, coupé\nen deux"));
        (events[1].AllDay, events[1].LastDay).ShouldBe((true, new LocalDate(2026, 12, 3)));
        (events[2].Starts, events[2].Point, events[2].IsCancelled, events[2].Summary).ShouldBe((new LocalDateTime(2026, 11, 20, 18, 0), (46.5, 3.3), true, "Loin"));
    }

    [Fact]
    public void A_date_moved_or_cancelled_is_told_in_the_dates_of_its_event()
    {
        var file = Calendar(Event("a", "Chorale", "DTSTART;TZID=Europe/Paris:20261124T183000", "RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Paris:20261222T183000"),
            Event("a", "Chorale", "RECURRENCE-ID;TZID=Europe/Paris:20261201T183000", "DTSTART;TZID=Europe/Paris:20261202T190000"), Event("a", "Chorale", "RECURRENCE-ID;TZID=Europe/Paris:20261208T183000", "STATUS:CANCELLED", "DTSTART;TZID=Europe/Paris:20261208T183000"),
            Event("a", "Chorale, avec l’orgue", "RECURRENCE-ID;TZID=Europe/Paris:20261215T183000", "DTSTART;TZID=Europe/Paris:20261215T183000"), Event("b", "Seul", "RECURRENCE-ID:20261215T183000", "DTSTART:20261216T183000"), Event("a", "Tout change", "RECURRENCE-ID;RANGE=THISANDFUTURE:20270105T183000", "DTSTART:20270105T200000"));
        var (events, _) = ICalendarReader.Read(file, DateTimeZoneProviders.Tzdb["Europe/Paris"]);
        events.Select(e => e.Summary).ShouldBe(["Chorale", "Seul", "Tout change"]);
        events[0].Recurrence.ShouldBe("RRULE:FREQ=WEEKLY\nEXDATE:20261201T183000,20261208T183000,20261222T183000\nRDATE:20261202T190000");
        events[2].FromThenOn.ShouldBeTrue("told, and refused: it would need a second event");
    }

    private static string Calendar(params string[] events) => $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:essai\r\n{string.Concat(events)}END:VCALENDAR\r\n";

    private static string Event(string uid, string summary, params string[] lines) => $"BEGIN:VEVENT\r\nUID:{uid}@essai\r\nSUMMARY:{summary}\r\n{string.Concat(lines.Select(l => $"{l}\r\n"))}END:VEVENT\r\n";

    private static int Figure(Answer page, string label) => Sources.ImportReviewTests.Figure(page, label);

    private Task<List<Occasion>> Moments(string word) => space.Read(db => db.Set<Occasion>().AsNoTracking().Where(o => o.Kind == OccasionKind.Moment && o.Name.Contains(word)).OrderBy(o => o.Name).ToListAsync());

    private Task<CalendarFeed> Read(Guid id) => space.Read(db => db.Set<CalendarFeed>().AsNoTracking().SingleAsync(f => f.Id == id));

    private Task<List<string>> Everything() => space.Read(async db => (await db.Set<Occasion>().AsNoTracking().OrderBy(o => o.Id).ToListAsync()).ConvertAll(o => $"{o.Id} {o.Version} {string.Join('|', o.Sources)} {string.Join('|', OccasionField.For(o.Kind).Select(f => f.Read(o)))}"));

    private static async Task<Answer> Give(Browser browser, string calendar, string source)
    {
        var page = await browser.Open("/donnees/agendas");
        using var form = new MultipartFormDataContent { { new StringContent(page.ValueOf("jeton")), "jeton" }, { new StringContent(source), "Source" }, { new StringContent("yzeure"), "Territory" }, { new StringContent(""), "Address" } };
        form.Add(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(calendar)), "Given", "agenda.ics");
        return await Answer.Of(browser, "/donnees/agendas", await browser.Http.PostAsync("/donnees/agendas", form, TestContext.Current.CancellationToken));
    }

    private async Task<Guid> Follow(Stub server, string source)
    {
        using var web = new FeedWeb(anywhere: true);
        return await space.In(async s =>
        {
            var made = await ActivatorUtilities.CreateInstance<StartFeed>(s, web).Handle(new(server.Address, null, source, "yzeure"), Actor.Machine, default);
            made.Refusals.ShouldBeEmpty();
            (await s.GetRequiredService<AcceptFeed>().Handle(new(made.Value!.Id, made.Value.Version, Follow: true), Actor.Machine, default)).Refusals.ShouldBeEmpty();
            return made.Value.Id;
        });
    }

    private async Task Night(Stub server)
    {
        server.Address.ShouldNotBeEmpty();
        using var web = new FeedWeb(anywhere: true);
        await space.In(async s =>
        {
            await ActivatorUtilities.CreateInstance<RefreshFeeds>(s, web).Handle(default);
            return true;
        });
    }

    /// <summary>A calendar on the web: it knows its ETag, and says 304 to who has it.</summary>
    private sealed class Stub(WebApplication app) : IAsyncDisposable
    {
        private string _calendar = "";
        private int _edition;

        public List<int> Answers { get; } = [];

        public bool Fail { get; set; }

        public string Address => $"{app.Urls.First()}/agenda.ics";

        public void Put(string calendar) => (_calendar, _edition) = (calendar, _edition + 1);

        public static async Task<Stub> Open(string calendar)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var stub = new Stub(builder.Build());
            stub.Put(calendar);
            stub.Map();
            await stub.Start();
            return stub;
        }

        private void Map() => app.MapGet("/agenda.ics", (HttpContext context) =>
        {
            var etag = $"\"v{_edition}\"";
            var status = Fail ? 500 : context.Request.Headers.IfNoneMatch == etag ? 304 : 200;
            Answers.Add(status);
            context.Response.Headers.ETag = etag;
            return status == 200 ? Results.Text(_calendar, "text/calendar") : Results.StatusCode(status);
        });

        private Task Start() => app.StartAsync();

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}

public sealed class FeedsOnSqlite(SqliteSpace space) : FeedsTests(space), IClassFixture<SqliteSpace>;

public sealed class FeedsOnPostgres(PostgresSpace space) : FeedsTests(space), IClassFixture<PostgresSpace>;
