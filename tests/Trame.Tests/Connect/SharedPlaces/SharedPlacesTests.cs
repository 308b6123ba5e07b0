using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Connect.SharedPlaces;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Connect.SharedPlaces;

/// <summary>A third place lives its week: what is shared is booked and never twice, hosts open in turn, who comes is counted, tools and money are kept.</summary>
public abstract class SharedPlacesTests(TestSpace space)
{
    private static readonly LocalDate Monday = new(2026, 11, 23);

    private async Task<(Occasion Place, SharedSpace Space)> HasShared(string name = "La salle", bool training = false, string quiet = "", string deposit = "", int most = 8)
    {
        var place = await space.HasPlace($"Tiers-lieu {Register.Unique()}");
        (LocalTime?, LocalTime?) hours = quiet.Length == 0 ? (null, null) : (new LocalTime(22, 0), new LocalTime(7, 0));
        (await space.In(s => s.GetRequiredService<KeepPlace>().Handle(new KeepPlace.Space(place.Id, null, 0, name, training ? SpaceKind.Machine : SpaceKind.Room, 12, deposit, training, hours.Item1, hours.Item2, most, "Rendre propre", false), Register.As("coordinator"), default))).Refusals.ShouldBeEmpty();
        return (place, await space.Read(db => db.Set<SharedSpace>().SingleAsync(s => s.PlaceId == place.Id)));
    }

    private Task<Outcome<Booking>> Book(SharedSpace shared, LocalDate day, int from, int to, string name = "Rosa", int weeks = 1, bool wait = false, string training = "") => space.In(s =>
        s.GetRequiredService<BookSpace>().Handle(new BookSpace.Request(shared.Id, day, new LocalTime(from, 0), new LocalTime(to, 0), weeks, name, "", training, wait, Channel.Online), Register.As("resident"), default));

    [Fact]
    public async Task Two_bookings_never_meet_even_at_the_same_millisecond()
    {
        var (_, shared) = await HasShared();
        var at_once = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Book(shared, Monday, 9 + (n % 2), 11 + (n % 2), $"Main {n}")));
        at_once.Count(o => o.Accepted).ShouldBe(1);
        at_once.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusals.Any(r => r.TextKey == "shared.booking.taken" && r.Field == "From"));
        (await Book(shared, Monday, 8, 9)).Accepted.ShouldBeTrue("one ends when the other begins");
        await space.Act(async db =>
        {
            var standing = await db.Set<Booking>().AsNoTracking().FirstAsync(b => b.SpaceId == shared.Id);
            db.Add(new Booking(shared.Id, null, standing.StartsAt, standing.EndsAt, BookingState.Booked, false, "Pirate", "", "X", Channel.Online, db.Now));
            (await Should.ThrowAsync<DbUpdateException>(() => db.Save(default))).InnerException!.Message.ShouldContain("two bookings never meet", customMessage: "the database itself refuses");
        });
    }

    [Fact]
    public async Task Who_waits_has_the_hours_of_who_cancels_and_a_series_says_which_days_are_taken()
    {
        var (place, shared) = await HasShared(deposit: "20");
        var anyone = space.Browse();
        var form = await anyone.Open($"/lieux/{place.Slug}/reserver");
        var wrong = await form.Send(("Day", "2020-01-01"), ("From", "16:00"), ("To", "14:00"), ("Name", ""), ("Weeks", "99"));
        (wrong.Status, wrong.RefusalOf("From").Length > 0, wrong.RefusalOf("Name").Length > 0, wrong.RefusalOf("Weeks").Length > 0).ShouldBe((HttpStatusCode.UnprocessableEntity, true, true, true));
        var booked = await form.Send(("Day", "2026-11-24"), ("From", "14:00"), ("To", "16:00"), ("Name", "Rosa"));
        var mine = await booked.Follow();
        mine.Words.ShouldContain("Rendre propre");
        mine.Words.ShouldContain("caution à recevoir");
        (await Book(shared, new(2026, 11, 17 + 7), 15, 17, "Karim")).Refusals.ShouldContain(r => r.TextKey == "shared.booking.taken");
        (await Book(shared, Monday.PlusDays(1), 15, 17, "Karim", weeks: 3)).Refusals[0].Args[0].ShouldBe("24 novembre 2026", "the one day that is taken is said, and nothing is booked");
        (await Book(shared, Monday.PlusDays(1), 15, 17, "Karim", wait: true)).Value!.State.ShouldBe(BookingState.Waiting);
        (await Book(shared, Monday.PlusDays(1), 15, 17, "Dernière", wait: true)).Value!.State.ShouldBe(BookingState.Waiting);
        var series = await Book(shared, Monday.PlusDays(2), 9, 12, "Le club", weeks: 4);
        (await space.Read(db => db.Set<Booking>().CountAsync(b => b.SeriesId == series.Value!.SeriesId))).ShouldBe(4);

        (await mine.Send()).Status.ShouldBe(HttpStatusCode.Redirect);
        var after = await space.Read(db => db.Set<Booking>().AsNoTracking().Where(b => b.SpaceId == shared.Id && b.SeriesId == null).ToListAsync());
        (after.Single(b => b.Name == "Rosa").State, after.Single(b => b.Name == "Karim").State, after.Single(b => b.Name == "Dernière").State).ShouldBe((BookingState.Cancelled, BookingState.Booked, BookingState.Waiting));
        (await space.Facts(SharedPlaceFacts.Cancelled, after.Single(b => b.Name == "Rosa").Id)).ShouldBe(1);
        var club = await space.Browse().Open($"/reservations/{series.Value!.Code}");
        (await club.Send(("Series", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Read(db => db.Set<Booking>().CountAsync(b => b.SeriesId == series.Value.SeriesId && b.State == BookingState.Cancelled))).ShouldBe(4);
        var week = await space.Browse().Open($"/lieux/{place.Slug}/semaine?du=2026-11-24");
        week.Words.ShouldContain("15 h – 17 h");
        week.Text.ShouldNotContain("Karim", customMessage: "only hosts read who");
        (await (await space.BrowseAs(Role.CounterAgent)).Open($"/lieux/{place.Slug}/semaine?du=2026-11-24")).Words.ShouldContain("Karim");
    }

    [Fact]
    public async Task A_machine_asks_for_training_and_neighbours_have_their_quiet()
    {
        var (place, saw) = await HasShared("La scie", training: true, quiet: "22-7", most: 3);
        (await Book(saw, Monday, 9, 10)).Refusals.ShouldContain(r => r.TextKey == "shared.training.missing" && r.Field == "Training");
        var host = await space.BrowseAs(Role.CounterAgent);
        var given = await (await host.Open($"/lieux/{place.Slug}/partages")).SendTo("?handler=Train", ("Trained", "Rosa"));
        (await given.Follow()).Words.ShouldContain("code à lui donner");
        var code = await space.Read(db => db.Set<SpaceTraining>().Where(t => t.SpaceId == saw.Id).Select(t => t.Code).SingleAsync());
        (await Book(saw, Monday, 9, 10, training: code.ToLowerInvariant())).Refusals.ShouldBeEmpty();
        (await Book(saw, Monday, 6, 8, training: code)).Refusals.ShouldContain(r => r.TextKey == "shared.booking.quiet");
        (await Book(saw, Monday, 21, 23, training: code)).Refusals.ShouldContain(r => r.TextKey == "shared.booking.quiet");
        (await Book(saw, Monday, 12, 18, training: code)).Refusals.ShouldContain(r => r.TextKey == "shared.booking.long");
        (await Book(saw, Monday.PlusYears(2), 12, 13, training: code)).Refusals.ShouldContain(r => r.TextKey == "shared.booking.day.wrong");
    }

    [Fact]
    public async Task Held_missed_and_cancelled_are_three_figures_and_attendance_is_counts_and_sums_never_people()
    {
        var (place, shared) = await HasShared();
        var host = await space.BrowseAs(Role.CounterAgent);
        var hold = $"/lieux/{place.Slug}/tenir";
        (await space.Browse().Open(hold)).Status.ShouldBe(HttpStatusCode.Redirect);
        var (today, soon) = (new LocalDate(2026, 11, 20), await Book(shared, new(2026, 11, 20), 10, 11));
        var missed = await Book(shared, today, 11, 12, "Absent");
        (await (await host.Open(hold)).SendTo("?handler=Plan", ("Day", "2026-11-20"), ("From", "10:00"), ("To", "12:00"), ("Weeks", "2"), ("Hosts", "2"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var opening = await space.Read(db => db.Set<Opening>().AsNoTracking().Where(s => s.PlaceId == place.Id).OrderBy(s => s.StartsAt).FirstAsync());
        (await (await space.Browse().Open($"/lieux/{place.Slug}/semaine")).SendTo("?handler=Turn", ("Name", "Odette"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var week = await space.Browse().Open($"/lieux/{place.Slug}/semaine");
        week.Words.ShouldContain("il manque 1 personne");
        week.Text.ShouldNotContain("Odette");
        (await (await space.Browse().Open($"/lieux/{place.Slug}/feuille-presence?ouverture={opening.Id}")).Browser.Open($"/lieux/{place.Slug}/feuille-presence?ouverture={opening.Id}")).Document.QuerySelector(".paper__code").ShouldNotBeNull("a square for a phone");

        var door = $"/je-suis-la/{opening.DoorCode}";
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(async n => await (await space.Browse().Open(door)).Send(("Said", "first-time"), ("Age", n % 2 == 0 ? "75+" : "12-17"))))).ShouldAllBe(a => a.Status == HttpStatusCode.Redirect);
        var tapped = await space.Read(db => db.Set<Opening>().AsNoTracking().SingleAsync(s => s.Id == opening.Id));
        (tapped.Tapped, tapped.Marginals.Single(m => m.Dimension == "first-time").Count, tapped.Marginals.Where(m => m.Dimension == "age").Sum(m => m.Count)).ShouldBe((4, 4, 4), "who taps at the same time counts too");

        var before = space.Clock.GetUtcNow();
        space.Clock.Advance(TimeSpan.FromHours(3));
        try
        {
            (await (await host.Open(hold)).SendTo("?handler=Count", ("Came", "3"))).Words.ShouldContain("dépasse", customMessage: "four sums cannot come from three people");
            (await (await host.Open(hold)).SendTo("?handler=Count", ("Came", "6"))).Status.ShouldBe(HttpStatusCode.Redirect);
            (await (await host.Open(hold)).SendTo("?handler=Count", ("Came", "7"), ("paper", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
            var facts = await space.Read(db => db.Set<Fact>().AsNoTracking().Where(f => f.SubjectId == opening.Id).OrderBy(f => f.Id).ToListAsync());
            facts.Select(f => f.Count).ShouldBe([6, 7]);
            facts[1].Corrects.ShouldBe(facts[0].Id, "a second count corrects the first, nothing is rewritten");
            (await Conclude(soon.Value!, 5)).Refusals.ShouldBeEmpty();
            (await Conclude(missed.Value!, null)).Refusals.ShouldBeEmpty();
            (await Conclude(missed.Value!, 4)).Accepted.ShouldBeFalse();
        }
        finally
        {
            space.Clock.Advance(before - space.Clock.GetUtcNow());
        }

        (await space.Facts(SharedPlaceFacts.Held, soon.Value!.Id), await space.Facts(SharedPlaceFacts.Missed, missed.Value!.Id)).ShouldBe((1, 1));
        var page = await host.Open(hold);
        page.Words.ShouldContain("1 ouvertures (7 personnes), 1 réservations tenues (5 personnes)");
        page.Words.ShouldContain("0 annulées, 1 où personne n’est venu");
        var columns = await space.Read(db => Task.FromResult(((Type[])[typeof(Booking), typeof(Opening), typeof(PlaceMembership), typeof(ToolLoan)]).SelectMany(t => db.Model.FindEntityType(t)!.GetProperties()).Select(p => p.Name).ToList()));
        columns.Where(c => ((string[])["score", "rank", "personid", "email", "birth", "gender", "origin"]).Any(w => c.Contains(w, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty("no row describes somebody (R1, R4)");
    }

    private Task<Outcome> Conclude(Booking booking, int? came) => space.In(async s =>
    {
        var version = await s.GetRequiredService<TrameDb>().Set<Booking>().Where(b => b.Id == booking.Id).Select(b => b.Version).SingleAsync();
        return await s.GetRequiredService<BookSpace>().Handle(new BookSpace.Conclusion(booking.Id, version, came), Register.As("counter-agent"), default);
    });

    [Fact]
    public async Task Members_choose_their_price_money_is_told_by_source_tools_come_back_and_what_is_wrong_is_answered()
    {
        var (place, _) = await HasShared();
        var host = await space.BrowseAs(Role.CounterAgent);
        string Path(string page) => $"/lieux/{place.Slug}/{page}";
        (await (await host.Open(Path("partages"))).SendTo("?handler=Life", ("Rules", "On range\nOn éteint"), ("Solidarity", "20"), ("Usual", "10"), ("Support", "30"))).RefusalOf("Solidarity").ShouldContain("le plus bas");
        (await (await host.Open(Path("partages"))).SendTo("?handler=Life", ("Rules", "On range\nOn éteint"), ("Solidarity", "2"), ("Usual", "10,50"), ("Support", "30"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open(Path("semaine"))).Words.ShouldContain("On éteint");
        (await (await host.Open(Path("comptes"))).SendTo("?handler=Member", ("Name", "Rosa"), ("Price", "solidarity"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await host.Open(Path("comptes"))).SendTo("?handler=Money", ("What", "Traiteur"), ("Source", "catering"), ("Amount", "120"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await host.Open(Path("comptes"))).SendTo("?handler=Money", ("What", "Peinture"), ("Source", "spending"), ("Amount", "-5"))).RefusalOf("Amount").ShouldContain("plus grand que zéro");
        (await (await host.Open(Path("comptes"))).SendTo("?handler=Money", ("What", "Peinture"), ("Source", "spending"), ("Amount", "40"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.Open(Path("comptes"))).Words.ShouldContain("122");
        (await host.Open($"{Path("comptes")}?handler=File")).Text.ShouldContain("repas et traiteur");
        (await space.Browse().Open(Path("comptes"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await (await host.Open(Path("outils"))).SendTo("?handler=Add", ("Name", "Perceuse"), ("Stock", "1"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var tool = await space.Read(db => db.Set<SharedTool>().SingleAsync(t => t.PlaceId == place.Id));
        Task<Outcome> Lend() => space.In(s => s.GetRequiredService<KeepPlace>().Handle(new KeepPlace.Loan(tool.Id, "Karim", "", 7), Register.As("coordinator"), default));
        (await Task.WhenAll(Lend(), Lend(), Lend())).Count(o => o.Accepted).ShouldBe(1, "one drill is lent once");
        (await host.Open(Path("outils"))).Words.ShouldContain("Karim");
        (await space.Browse().Open(Path("outils"))).Words.ShouldNotContain("Karim");
        (await (await host.Open(Path("outils"))).SendTo("?handler=Return", ("Broken", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Read(db => db.Set<SharedTool>().AsNoTracking().SingleAsync(t => t.Id == tool.Id))).ShouldSatisfyAllConditions(t => t.Stock.ShouldBe(0), t => t.Lent.ShouldBe(0));

        (await (await space.Browse().Open(Path("semaine"))).SendTo("?handler=Incident", ("Kind", "noise"), ("Words", "La porte claque"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await host.Open(Path("tenir"))).SendTo("?handler=Settle", ("Answer", "Un joint a été posé"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open(Path("semaine"))).Words.ShouldContain("Un joint a été posé");
        (await space.Browse().Open("/reserver")).Words.ShouldContain(place.Name);
        (await (await space.BrowseAs(Role.Resident)).Open(Path("partages"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_booked_whole_is_not_idle_and_names_are_forgotten_in_time()
    {
        var (place, shared) = await HasShared();
        (await Book(shared, Monday, 9, 12, "Prénom à oublier")).Refusals.ShouldBeEmpty();
        var busy = await space.In(s => FindBusyHours.Of(s.GetRequiredService<TrameDb>(), SpaceCalendar.Of(s.GetRequiredService<CurrentSpace>().Settings), default));
        busy[place.Id].Order().ShouldBe([9, 10, 11]);
        (await space.In(s => s.GetRequiredService<KeepPlace>().Handle(new KeepPlace.Space(place.Id, null, 0, "Le jardin", SpaceKind.Garden, 12, "", false, null, null, 4, "", false), Register.As("coordinator"), default))).Refusals.ShouldBeEmpty();
        (await space.In(s => FindBusyHours.Of(s.GetRequiredService<TrameDb>(), SpaceCalendar.Of(s.GetRequiredService<CurrentSpace>().Settings), default)))[place.Id].ShouldBeEmpty("the garden is still free");
        await space.Act(db => db.Set<Booking>().Where(b => b.SpaceId == shared.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.StartsAt, db.Now - Duration.FromDays(401)).SetProperty(x => x.EndsAt, db.Now - Duration.FromDays(400))));
        await space.In(async s => await s.GetRequiredService<PurgeSpace>().Handle(s.GetRequiredService<TrameDb>(), dryRun: false, default));
        (await space.Read(db => db.Set<Booking>().AsNoTracking().SingleAsync(b => b.SpaceId == shared.Id))).ShouldSatisfyAllConditions(b => b.Name.ShouldBe(""), b => b.Code.ShouldBe(""));
        (await space.Read(db => db.Set<Revision>().ToListAsync())).SelectMany(r => r.After.Values).ShouldNotContain(v => v != null && v.Contains("Prénom à oublier"), "no history keeps a name");
    }
}

public sealed class SharedPlacesOnSqlite(SqliteSpace space) : SharedPlacesTests(space), IClassFixture<SqliteSpace>;

public sealed class SharedPlacesOnPostgres(PostgresSpace space) : SharedPlacesTests(space), IClassFixture<PostgresSpace>;
