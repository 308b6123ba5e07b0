using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Registers.People;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Connect.Needs;

public abstract class ExpressNeedTests(TestSpace space)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anyone_asks_without_account_mail_or_phone_and_takes_everything_back_with_a_code()
    {
        var neighbour = space.Browse();
        var form = await neighbour.Open("/relier/demander");
        form.Status.ShouldBe(HttpStatusCode.OK);
        var asked = await form.Send(("Kind", "meal"), ("Name", "Josette"), ("Slots", "3"), ("Consent", "true"), ("Commune", "yzeure"));
        asked.Status.ShouldBe(HttpStatusCode.Redirect);
        var carnet = await asked.Follow();
        carnet.Words.ShouldContain("Cuisiner et manger à plusieurs");
        var code = asked.Location!.Split('/')[^1];
        (await (await neighbour.Open($"/relier/proposer?carnet={code}")).Send(("What", "Deux heures le mardi"), ("Answers", "meal"), ("Consent", "true"), ("Commune", "yzeure"))).Location.ShouldBe(asked.Location, "one carnet for all a person says");
        (await space.Browse().Open("/relier")).Text.ShouldNotContain("Josette");
        (await space.Browse().Open("/relier/demandes")).Status.ShouldBe(HttpStatusCode.Redirect, "who asked is for those who take care of it");
        var agent = await space.BrowseAs(Role.CounterAgent);
        (await agent.Open("/relier/demandes?q=Josette")).Words.ShouldContain("Josette");
        (await agent.Open("/bureau")).Document.QuerySelectorAll("a[href='/relier/demandes']").ShouldNotBeEmpty("what waits is on the morning page");
        (await space.Browse().Open("/relier/feuille")).Words.ShouldContain("Cuisiner et manger à plusieurs", customMessage: "a blank sheet asks the same (R3)");

        (await (await neighbour.Open(asked.Location!)).SendTo("?handler=Withdraw")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await neighbour.Open(asked.Location!)).Status.ShouldBe(HttpStatusCode.NotFound);
        var need = await space.Read(db => db.Set<Need>().OrderByDescending(n => n.SaidAt).ThenByDescending(n => n.Id).FirstAsync(n => n.Kind == "meal" && n.Status == EntryStatus.Withdrawn));
        (need.Name, need.Code, need.Slots, need.Contacts.Count).ShouldBe(("", "", WeekSlots.None, 0));
        (await space.Facts(NeedFacts.Registered, need.Id)).ShouldBe(1);
        (await space.Facts(NeedFacts.Withdrawn, need.Id)).ShouldBe(1);
        (await space.Read(db => db.Set<Revision>().ToListAsync())).SelectMany(r => r.After.Values).ShouldNotContain(v => v != null && v.Contains("Josette"), "no history keeps a name");
    }

    [Fact]
    public async Task What_is_missing_is_told_beside_its_question_and_nothing_typed_is_lost()
    {
        var answer = await (await space.Browse().Open("/relier/demander")).Send(("Kind", ""), ("Name", "Karim"), ("Code", "XXXX-XXXX-XXXX"), ("Commune", "nulle-part"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.RefusalOf("Kind").ShouldContain("Choisissez une sorte");
        answer.RefusalOf("Consent").ShouldContain("Sans accord");
        answer.RefusalOf("Commune").ShouldContain("Choisissez la commune");
        answer.RefusalOf("Code").ShouldContain("ne trouvons pas ce code");
        answer.ValueOf("Name").ShouldBe("Karim");
        var warned = await (await space.Browse().Open("/relier/demander")).Send(("Kind", "meal"), ("Commune", "yzeure"), ("Consent", "true"), ("Words", "depuis mon cancer je ne sors plus"));
        warned.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        warned.Document.QuerySelector("mark").ShouldNotBeNull("the author is warned once, and decides (R4)");
    }

    [Fact]
    public async Task A_neighbours_worry_is_a_signal_until_a_human_asked_the_person()
    {
        (await space.Ask(by: SaidBy.Neighbour)).Refusals.ShouldContain(r => r.TextKey == "needs.signal.no-relay");
        var told = (await space.Ask(by: SaidBy.Neighbour, name: "La voisine", form: SeededRelier.Form("La voisine", contacts: new ContactStep(ContactWay.Landline, "au 2e", "le soir")))).Value!;
        told.Status.ShouldBe(EntryStatus.Signal);
        (await space.Facts(NeedFacts.Registered, told.Id)).ShouldBe(0, "nothing is deduced of anybody (R1)");
        (await space.Facts(NeedFacts.Signalled, told.Id)).ShouldBe(1);
        var agent = await space.BrowseAs(Role.CounterAgent);
        (await (await agent.Open($"/relier/demandes/{told.Id}")).SendTo("?handler=Try", ("Way", "landline"), ("Result", "reached"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await agent.Open($"/relier/demandes/{told.Id}")).Words.ShouldContain("nous nous sommes parlé");
        (await (await agent.Open($"/relier/demandes/{told.Id}")).SendTo("?handler=Confirm", ("Kind", "walk"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var need = await space.Read(db => db.Set<Need>().SingleAsync(n => n.Id == told.Id));
        (need.Status, need.Kind, need.Tries.Count).ShouldBe((EntryStatus.Open, "walk", 1));
        (await space.Facts(NeedFacts.Registered, told.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Where_somebody_lives_is_never_kept_and_a_thousand_looks_tell_no_more_than_one()
    {
        var (lat, lon) = (46.56612, 3.35437);
        var need = (await space.Ask(form: SeededRelier.Form(latitude: lat, longitude: lon))).Value!;
        (need.Latitude, need.Longitude).ShouldNotBe((lat, lon));
        var looks = await space.In(services => Task.FromResult(Enumerable.Range(0, 1000).Select(_ => services.GetRequiredService<DiscreetSpots>().Of(lat, lon)).ToList()));
        looks.Distinct().ShouldHaveSingleItem().ShouldBe((need.Latitude!.Value, need.Longitude!.Value));
        looks.Average(l => l.Latitude).ShouldBe(need.Latitude.Value, 1e-9, "averaging recovers the cell, not the door");
        looks.Average(l => l.Longitude).ShouldBe(need.Longitude.Value, 1e-9);
        var cells = await space.In(services => Task.FromResult(Enumerable.Range(0, 400).Select(i => services.GetRequiredService<DiscreetSpots>().Of(lat + ((i % 20) * 0.00005), lon + ((i / 20) * 0.00005))).Distinct().Count()));
        cells.ShouldBeLessThan(5, "doors of a street give the same answer");
    }

    [Fact]
    public async Task What_passed_its_day_ends_with_a_fact_and_who_it_was_is_forgotten_in_time()
    {
        var need = (await space.Ask(name: "Marius")).Value!;
        await space.Act(db => db.Set<Need>().Where(n => n.Id == need.Id).ExecuteUpdateAsync(n => n.SetProperty(x => x.ExpiresOn, new LocalDate(2026, 11, 1))));
        await Purge();
        (await space.Facts(NeedFacts.Expired, need.Id)).ShouldBe(1);
        (await space.Read(db => db.Set<Need>().SingleAsync(n => n.Id == need.Id))).Name.ShouldBe("Marius");
        await space.Act(db => db.Set<Need>().Where(n => n.Id == need.Id).ExecuteUpdateAsync(n => n.SetProperty(x => x.EndedAt, db.Now - Duration.FromDays(100))));
        await Purge();
        var forgotten = await space.Read(db => db.Set<Need>().SingleAsync(n => n.Id == need.Id));
        (forgotten.Name, forgotten.Code, forgotten.Status).ShouldBe(("", "", EntryStatus.Expired));
        await Purge();
        (await space.Facts(NeedFacts.Expired, need.Id)).ShouldBe(1, "said once");
    }

    [Fact]
    public async Task The_coordinator_renames_adds_and_retires_kinds_and_nobody_else()
    {
        (await (await space.BrowseAs(Role.CounterAgent)).Open("/relier/sortes")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var coordinator = await space.BrowseAs(Role.Coordinator);
        (await (await coordinator.Open("/relier/sortes?sorte=childcare")).Send(("French", "Garder un petit, un moment"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await coordinator.Open("/relier/sortes")).Send(("French", "Chanter"), ("English", "Singing"), ("Together", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await coordinator.Open("/relier/sortes?sorte=tools")).Send(("Retired", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var form = await space.Browse().Open("/relier/demander");
        var words = form.Document.QuerySelectorAll("#Kind option").Select(o => o.TextContent).ToList();
        words.ShouldContain("Garder un petit, un moment");
        words.ShouldContain("Chanter");
        words.ShouldNotContain("Emprunter un outil, du matériel");
        (await (await coordinator.Open("/relier/sortes")).Send(("French", "Chanter"), ("English", "Song"))).RefusalOf("French").ShouldContain("déjà ce nom");
    }

    [Fact]
    public async Task Two_people_may_share_everything_and_nobody_is_keyed_on_a_number()
    {
        var same = new ContactStep(ContactWay.Landline, "04 70 00 00 01", "");
        var first = (await space.Ask(form: SeededRelier.Form("Rosa", contacts: same))).Value!;
        var second = (await space.Ask(form: SeededRelier.Form("Rosa", contacts: same))).Value!;
        first.Code.ShouldNotBe(second.Code);
    }

    [Fact]
    public async Task Nothing_kept_with_a_need_or_an_offer_could_rank_or_sort_anybody()
    {
        string[] profiling = ["score", "rank", "rating", "risk", "profile", "diagnos", "religion", "origin", "ethnic", "nationality", "political", "union", "health", "gender", "birth", "income", "personid", "email"];
        var columns = await space.Read(db => Task.FromResult(((Type[])[typeof(Need), typeof(Trame.Connect.Resources.Resource), typeof(Trame.Connect.Opportunities.OpportunityPart)]).SelectMany(t => db.Model.FindEntityType(t)!.GetProperties()).Select(p => p.Name).ToList()));
        columns.ShouldContain("Kind");
        columns.Where(c => profiling.Any(w => c.Contains(w, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    private Task Purge() => space.In(async services => await services.GetRequiredService<PurgeSpace>().Handle(services.GetRequiredService<TrameDb>(), dryRun: false, Stop));
}

public sealed class ExpressNeedOnSqlite(SqliteSpace space) : ExpressNeedTests(space), IClassFixture<SqliteSpace>;

public sealed class ExpressNeedOnPostgres(PostgresSpace space) : ExpressNeedTests(space), IClassFixture<PostgresSpace>;
