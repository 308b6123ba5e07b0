using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Act.Shifts;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;
using Trame.Registers.Campaigns;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Act.Shifts;

/// <summary>Hands are wanted at a time; somebody lends one, steps aside, sends somebody else; nobody is counted from one time to the next.</summary>
public abstract class ShiftTests(TestSpace space)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_team_asks_for_hands_and_a_neighbour_finds_them_this_week_and_lends_one_without_an_account()
    {
        var word = Register.Unique();
        var place = await space.HasPlace($"Four {word}");
        var desk = await space.BrowseAs(Role.Coordinator);
        var page = await desk.Open($"/lieux/{place.Slug}/creneaux");
        page.Words.ShouldContain("Aucun créneau n’est demandé");
        (await page.SendTo("handler=Open", ("Name", ""), ("Day", "2026-11-22"))).RefusalOf("Name").ShouldContain("pour quoi faire");
        (await page.SendTo("handler=Open", ("Name", "x"), ("Day", "2026-11-19"))).RefusalOf("Day").ShouldContain("passé");
        (await page.SendTo("handler=Open", ("Name", "x"), ("Day", "2026-11-22"), ("Wanted", "0"))).RefusalOf("Wanted").ShouldContain("Entre 1 et");
        var opened = await (await page.SendTo("handler=Open", ("Name", $"Pétrir {word}"), ("What", "Un tablier aide."), ("Day", "2026-11-22"), ("StartsAt", "14:00"), ("EndsAt", "15:30"), ("Wanted", "1"), ("Weeks", "3"), ("Children", "true"))).Follow();
        opened.Words.ShouldContain("3 créneaux sont demandés");

        (await Week("temps=60")).Words.ShouldNotContain(word, Case.Sensitive, "it takes an hour and a half");
        (await Week("temps=120&enfant=true&sansvoiture=true&commune=yzeure")).Words.ShouldContain(word);
        (await Week("temps=120&commune=moulins&sansvoiture=true")).Words.ShouldNotContain(word, Case.Sensitive, "another commune, and no car");
        var shift = await First(place.Id);
        (await space.Browse().Open($"/lieux/{place.Slug}")).Words.ShouldContain($"Pétrir {word}");
        var lend = await space.Browse().Open($"/creneaux/{shift.Id}");
        lend.Words.ShouldContain("Il manque encore une personne");
        (await lend.Send(("Name", "Ana"), ("Way", "mail"), ("Reach", "pas une adresse"))).RefusalOf("Reach").ShouldContain("@");
        (await lend.Send(("Name", "Ana"), ("Way", "phone"), ("Reach", ""))).RefusalOf("Reach").ShouldContain("Pas de rappel");
        var mine = await (await lend.Send(("Name", "Ana"), ("Way", "phone"), ("Reach", "04 70 00 00 01, le soir"))).Follow();
        mine.Words.ShouldContain("On compte sur vous");
        (await space.Browse().Open($"/creneaux/{shift.Id}")).Words.ShouldContain("Toutes les places sont prises");
        var second = await (await (await space.Browse().Open($"/creneaux/{shift.Id}")).Send(("Name", "Bo"))).Follow();
        second.Words.ShouldContain("liste d’attente");
        (await Week("")).Words.ShouldNotContain($"Pétrir {word}", Case.Sensitive, "nothing is missing this Sunday, and the next ones are later");

        (await mine.SendTo("handler=Leave")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await mine.SendTo("handler=Leave")).Status.ShouldBe(HttpStatusCode.Redirect, "sent twice it is the same");
        (await space.Browse().Open(mine.Url)).Words.ShouldContain("Vous ne venez plus");
        (await space.Browse().Open(second.Url)).Words.ShouldContain("On compte sur vous", Case.Sensitive, "the first who waits takes the place");
        var left = await space.Read(db => db.Set<ShiftHand>().SingleAsync(h => h.ShiftId == shift.Id && h.LeftAt != null));
        (left.Name, left.Reach).ShouldBe(("", ""));

        second = await space.Browse().Open(second.Url);
        var given = await second.SendTo("handler=Give", ("Name", "Chloé"), ("Way", "none"), ("Reach", ""));
        given.Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open(second.Url)).Status.ShouldBe(HttpStatusCode.NotFound, "the first code opens nothing any more");
        (await First(place.Id)).Taken.ShouldBe(1);
        (await space.Browse().Open($"/lieux/{place.Slug}/creneaux")).Status.ShouldBe(HttpStatusCode.Redirect, "who comes is for the team");
        (await desk.Open($"/lieux/{place.Slug}/creneaux")).Words.ShouldContain("Chloé");
        (await desk.Http.GetStringAsync($"/lieux/{place.Slug}/creneaux?handler=Csv", Stop)).ShouldContain("Chloé");
        (await space.Read(db => db.Set<Revision>().ToListAsync())).SelectMany(r => r.After.Values).ShouldNotContain(v => v != null && (v.Contains("Chloé") || v.Contains("Ana")), "no history keeps a name");
    }

    [Fact]
    public async Task Sign_ups_at_the_same_millisecond_never_take_more_places_than_there_are()
    {
        var place = await space.HasPlace($"Bal {Register.Unique()}");
        var shift = await Opened(place, wanted: 3);
        var hands = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => space.In(s => s.GetRequiredService<LendHand>().Handle(new(shift.Id, $"P{i}", HandWay.None, "", Channel.Online), Actor.Anyone, default)))));
        hands.ShouldAllBe(h => h.Accepted);
        hands.Count(h => !h.Value!.Waits).ShouldBe(3);
        (await First(place.Id)).Taken.ShouldBe(3);
        await space.Act(async db => await Should.ThrowAsync<Exception>(() => db.Set<Shift>().Where(s => s.Id == shift.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Taken, 4))));
    }

    [Fact]
    public async Task Each_is_reminded_once_the_way_they_asked_and_told_when_it_is_cancelled()
    {
        var place = await space.HasPlace($"Atelier {Register.Unique()}");
        var shift = await Opened(place, wanted: 5);
        foreach (var (name, way, reach) in ((string, HandWay, string)[])[("Mél", HandWay.Mail, "mel@exemple.fr"), ("Tél", HandWay.Phone, "04 70 00 00 02"), ("Rien", HandWay.None, "")])
            (await space.In(s => s.GetRequiredService<LendHand>().Handle(new(shift.Id, name, way, reach, Channel.Counter), Actor.Anyone, default))).Accepted.ShouldBeTrue();
        var gate = new Gate();
        var remind = new RemindHands([gate]);
        await space.Act(db => remind.Handle(db, Stop));
        await space.Act(db => remind.Handle(db, Stop));
        gate.Sent.ShouldHaveSingleItem().ShouldStartWith("mel@exemple.fr|Bonjour Mél");
        var desk = await space.BrowseAs(Role.Coordinator);
        var page = await desk.Open($"/lieux/{place.Slug}/creneaux");
        page.Words.ShouldContain("04 70 00 00 02");
        await page.SendTo("handler=Reminded");
        (await desk.Open($"/lieux/{place.Slug}/creneaux")).Words.ShouldContain("Personne à rappeler");
        (await (await desk.Open($"/lieux/{place.Slug}/creneaux")).SendTo("handler=Cancel", ("Why", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var cancelled = await (await desk.Open($"/lieux/{place.Slug}/creneaux")).SendTo("handler=Cancel", ("Why", "la salle est inondée"));
        cancelled.Status.ShouldBe(HttpStatusCode.Redirect, cancelled.Words);
        await space.Act(db => remind.Handle(db, Stop));
        gate.Sent[^1].ShouldContain("la salle est inondée");
        (await space.Browse().Open($"/creneaux/{shift.Id}")).Words.ShouldNotContain("Je viens");
    }

    [Fact]
    public async Task Afterwards_how_many_came_is_told_and_corrected_and_who_is_forgotten()
    {
        var place = await space.HasPlace($"Verger {Register.Unique()}");
        var shift = await Opened(place, wanted: 5);
        var hand = (await space.In(s => s.GetRequiredService<LendHand>().Handle(new(shift.Id, "Iris", HandWay.None, "", Channel.Paper), Actor.Anyone, default))).Value!;
        (await Tell(shift.Id, [hand.Id], 2)).Refusals.ShouldContain(r => r.TextKey == "shifts.told.early");
        (await space.Browse().Open($"/coups-de-main/{hand.Code}/attestation")).Status.ShouldBe(HttpStatusCode.NotFound, "nobody was there yet");
        await space.Act(async db =>
        {
            await db.Set<Shift>().Where(s => s.Id == shift.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Day, new LocalDate(2026, 11, 19)));
        });
        (await Tell(shift.Id, [hand.Id], 2)).Value.ShouldBe(3);
        (await Tell(shift.Id, [hand.Id], 3)).Value.ShouldBe(4);
        var facts = await space.Read(db => db.Set<Fact>().Where(f => f.SubjectId == place.Id && f.Kind == "shift.held").OrderBy(f => f.RecordedAt).ToListAsync());
        facts.ConvertAll(f => f.Count).ShouldBe([3, 4]);
        facts[1].Corrects.ShouldBe(facts[0].Id);
        var paper = await space.Browse().Open($"/coups-de-main/{hand.Code.ToLowerInvariant()}/attestation");
        paper.Words.ShouldContain("Iris");
        paper.Words.ShouldContain("2 h");
        (await space.In(x => x.GetServices<IPurge>().Single(p => p.Rule == Retention.ShiftHand).Handle(x.GetRequiredService<TrameDb>(), Instant.FromUtc(2026, 11, 20, 0, 0), false, default))).ShouldBeGreaterThan(0);
        (await space.Read(db => db.Set<ShiftHand>().SingleAsync(h => h.Id == hand.Id))).Name.ShouldBe("");
    }

    private async Task<Answer> Week(string query) => await space.Browse().Open($"/cette-semaine?{query}");

    private Task<Shift> First(Guid place) => space.Read(db => db.Set<Shift>().AsNoTracking().Where(s => s.OccasionId == place).OrderBy(s => s.Day).FirstAsync());

    private Task<Outcome<int>> Tell(Guid shift, IReadOnlyCollection<Guid> here, int others) => space.In(async s =>
    {
        var version = await s.GetRequiredService<TrameDb>().Set<Shift>().Where(x => x.Id == shift).Select(x => x.Version).SingleAsync();
        return await s.GetRequiredService<TellShift>().Handle(new(shift, version, here, others, Channel.Paper), Actor.Machine, default);
    });

    // Tomorrow at ten: within the time when people are reminded.
    private async Task<Shift> Opened(Occasion place, int wanted)
    {
        (await space.In(s => s.GetRequiredService<OpenShifts>().Handle(new(place.Id, "Aider", "", new LocalDate(2026, 11, 21), new LocalTime(10, 0), new LocalTime(12, 0), wanted, 1, false, false), Actor.Machine, default))).Refusals.ShouldBeEmpty();
        return await First(place.Id);
    }

    private sealed class Gate : IMessageGate
    {
        public List<string> Sent { get; } = [];

        public MessageWay Way => MessageWay.Mail;

        public bool IsSet => true;

        public Task<string?> Send(string to, string subject, string text, CancellationToken stop)
        {
            Sent.Add($"{to}|{text}");
            return Task.FromResult<string?>(null);
        }
    }
}

public sealed class ShiftOnSqlite(SqliteSpace space) : ShiftTests(space), IClassFixture<SqliteSpace>;

public sealed class ShiftOnPostgres(PostgresSpace space) : ShiftTests(space), IClassFixture<PostgresSpace>;
