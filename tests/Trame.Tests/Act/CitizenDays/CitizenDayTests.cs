using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Act.CitizenDays;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;
using Trame.Registers.People;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Act.CitizenDays;

/// <summary>A citizen day from its opening to its evening.</summary>
public abstract class CitizenDayTests(TestSpace space)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_coordinator_opens_a_day_and_anyone_proposes_a_worksite_that_is_answered_in_public()
    {
        var name = Register.Unique();
        var coordinator = await space.BrowseAs(Role.Coordinator);
        (await space.Browse().Open("/journees-citoyennes")).Document.QuerySelector("#ouvrir").ShouldBeNull();
        var opened = await (await coordinator.Open("/journees-citoyennes")).Send(("Name", name), ("Day", "2026-12-19"), ("Territory", await space.CommuneSlug()));
        opened.Status.ShouldBe(HttpStatusCode.Redirect, opened.Words);
        var path = opened.Location![..^"/preparer".Length];

        var proposed = await (await space.Browse().Open($"{path}/proposer-un-chantier")).Send(("SiteName", "Rouvrir le lavoir"), ("Least", "4"), ("Most", "8"), ("Skills", "maçonnerie : 2"));
        proposed.Status.ShouldBe(HttpStatusCode.Redirect, proposed.Words);
        (await space.Browse().Open(path)).Words.ShouldNotContain("Rouvrir le lavoir");
        (await coordinator.Open($"{path}/preparer")).Words.ShouldContain("1 proposition à lire");
        (await (await coordinator.Open($"{path}/chantiers/1")).Send(("State", "refused"), ("Reason", ""))).RefusalOf("Reason").ShouldContain("pourquoi");
        (await (await coordinator.Open($"{path}/chantiers/1")).Send(("State", "refused"), ("Reason", "L’eau est coupée jusqu’au printemps."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open(path)).Words.ShouldContain("L’eau est coupée");
        (await (await coordinator.Open($"{path}/chantiers/1")).Send(("State", "kept"), ("Reason", ""))).Status.ShouldBe(HttpStatusCode.Redirect);
        var shown = await space.Browse().Open(path);
        shown.Words.ShouldContain("Rouvrir le lavoir");
        shown.Words.ShouldContain("2 pour maçonnerie");
        (await space.Browse().Open($"{path}/preparer")).Status.ShouldBe(HttpStatusCode.Redirect, "only the team prepares");
    }

    [Theory]
    [InlineData("2026-11-01", "Day")]
    [InlineData("31/12/2026", "Day")]
    [InlineData("9999-99-99", "Day")]
    public async Task A_day_that_is_past_or_none_is_refused_beside_its_question(string day, string field) =>
        (await (await (await space.BrowseAs(Role.Coordinator)).Open("/journees-citoyennes")).Send(("Name", Register.Unique()), ("Day", day), ("Territory", await space.CommuneSlug()))).RefusalOf(field).ShouldNotBeEmpty();

    [Theory]
    [InlineData("5", "4", "", "Least")]
    [InlineData("", "0", "", "Most")]
    [InlineData("", "-3", "", "Most")]
    [InlineData("", "99999", "", "Most")]
    [InlineData("", "2", "peinture : 3", "Skills")]
    [InlineData("", "20", "peinture : 0", "Skills")]
    [InlineData("", "20", "a,b,c,d,e,f,g,h,i", "Skills")]
    public async Task A_worksite_that_cannot_be_is_refused_beside_its_question(string least, string most, string skills, string field)
    {
        var day = await space.HasDay();
        var answer = await (await space.Browse().Open($"/journee-citoyenne/{day.Slug}/proposer-un-chantier")).Send(("SiteName", "Essai"), ("Least", least), ("Most", most), ("Skills", skills));
        answer.RefusalOf(field).ShouldNotBeEmpty();
        answer.ValueOf("SiteName").ShouldBe("Essai");
    }

    [Fact]
    public async Task A_family_signs_up_without_an_account_reads_its_code_and_withdraws_without_a_reason()
    {
        var day = await space.HasDay();
        var bench = await space.HasWorksite(day, "Réparer les bancs", 2, 6, "bois : 1");
        var browser = space.Browse();
        var form = await browser.Open($"/journee-citoyenne/{day.Slug}/inscription?personnes=2");
        var signed = await form.Send(("Names", "Malika"), ("Names", "Zoé"), ("Know", "0:bois"), ("Need", "1:step-free"), ("Wishes", $"{bench.Number}"), ("Quarter", "Gare"), ("Reach", "chez la boulangère"));
        signed.Status.ShouldBe(HttpStatusCode.Redirect, signed.Words);
        var kept = await space.Read(db => db.Set<SignUp>().SingleAsync(s => s.DayId == day.Id));
        kept.People.Select(p => (p.Name, p.Skills.Count, p.Needs.Count)).ShouldBe([("Malika", 1, 0), ("Zoé", 0, 1)]);
        kept.Wishes.ShouldBe([bench.Id]);
        (await browser.Open(signed.Location!)).Words.ShouldContain("Malika, Zoé");
        var page = await space.Browse().Open($"/journee-citoyenne/{day.Slug}");
        page.Text.ShouldNotContain("Malika");
        page.Words.ShouldContain("2 personnes inscrites");
        foreach (var closed in (string[])["equipes", "accueil", "listes", "soir"]) (await space.Browse().Open($"/journee-citoyenne/{day.Slug}/{closed}")).Status.ShouldBe(HttpStatusCode.Redirect, $"{closed} shows who comes");

        (await (await browser.Open(signed.Location!)).Send()).Status.ShouldBe(HttpStatusCode.Redirect);
        var withdrawn = await space.Read(db => db.Set<SignUp>().SingleAsync(s => s.DayId == day.Id));
        (withdrawn.People.All(p => p.Name.Length == 0), withdrawn.Reach, withdrawn.Quarter).ShouldBe((true, "", ""));
        (await browser.Open(signed.Location!)).Words.ShouldContain("sans question");
        (await space.Read(db => db.Set<Revision>().ToListAsync())).SelectMany(r => r.After.Values).ShouldNotContain(v => v != null && v.Contains("Malika"), "no history keeps a name");
    }

    [Fact]
    public async Task Too_many_together_an_unknown_wish_and_a_closed_day_are_refused()
    {
        var day = await space.HasDay();
        await space.HasWorksite(day, "Banc", 0, 50);
        (await space.SignsUp(day, string.Join(',', Enumerable.Repeat("a", 11)))).Refusals.ShouldContain(r => r.TextKey == "days.sign-up.how-many");
        (await space.SignsUp(day, "a", [await space.HasWorksite(await space.HasDay(), "Ailleurs", 0, 5)])).Refusals.ShouldContain(r => r.TextKey == "days.sign-up.wish.unknown");
        (await space.In(s => s.GetRequiredService<DescribeDay>().Handle(new(day.Id, day.Version, day.Name, "2026-12-12", "9:00", "17:00", DayText.Empty, Open: false), SeededDays.Coordinator, Stop))).Accepted.ShouldBeTrue();
        (await space.SignsUp(day, "a")).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("days.sign-up.closed");
        (await (await (await space.BrowseAs(Role.CounterAgent)).Open($"/journee-citoyenne/{day.Slug}/inscription")).Send(("Names", "au guichet"))).Status.ShouldBe(HttpStatusCode.Redirect, "a counter still signs people up");
    }

    [Fact]
    public async Task Teams_keep_families_together_respect_access_and_languages_and_never_move_who_was_placed_by_hand()
    {
        var day = await space.HasDay();
        var garden = await space.HasWorksite(day, "Jardin", 2, 4);
        var kitchen = await space.HasWorksite(day, "Cuisine", 1, 6, "cuisine : 1", "", "step-free", "seated");
        var stories = await space.HasWorksite(day, "Récits", 0, 3, "", "portugais");
        var family = (await space.SignsUp(day, "Ana,Bo,Cy", [garden])).Value!;
        var seated = (await space.SignsUp(day, "Dan", [garden], need: "seated")).Value!;
        var cook = (await space.SignsUp(day, "Eve", [garden], skill: "cuisine")).Value!;
        var speaker = (await space.SignsUp(day, "Flor", language: "portugais")).Value!;
        var fixedOne = (await space.SignsUp(day, "Gil", [garden])).Value!;
        (await space.In(s => s.GetRequiredService<PlaceSignUp>().Handle(new(fixedOne.Id, stories.Id, fixedOne.Version), SeededDays.Coordinator, Stop))).Accepted.ShouldBeTrue();
        var coordinator = await space.BrowseAs(Role.Coordinator);
        var planned = await (await coordinator.Open($"/journee-citoyenne/{day.Slug}/equipes")).SendTo("?handler=Plan");
        planned.Status.ShouldBe(HttpStatusCode.Redirect, planned.Words);
        var at = await space.Read(db => db.Set<SignUp>().Where(s => s.DayId == day.Id).ToDictionaryAsync(s => s.Id, s => s.SiteId));
        at[family.Id].ShouldBe(garden.Id);
        at[seated.Id].ShouldBe(kitchen.Id, "the only site where one sits");
        at[cook.Id].ShouldBe(kitchen.Id, "the only one who cooks");
        at[fixedOne.Id].ShouldBe(stories.Id);
        at[speaker.Id].ShouldNotBeNull();
        var page = await coordinator.Open($"/journee-citoyenne/{day.Slug}/equipes?chantier={garden.Number}");
        page.Words.ShouldContain("Ana, Bo, Cy");
        page.Words.ShouldContain("7 personnes placées");

        (await (await coordinator.Open($"/journee-citoyenne/{day.Slug}/equipes")).SendTo("?handler=Tell")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open($"/inscriptions/{family.Code}")).Words.ShouldContain("Votre chantier : 1 · Jardin");
        (await space.Read(db => db.Set<Fact>().SingleAsync(f => f.SubjectId == day.Id && f.Kind == "citizen-day.told"))).Count.ShouldBe(7);
        (await coordinator.Open($"/journee-citoyenne/{day.Slug}/listes")).Words.ShouldContain("Ana");
    }

    // Whatever people and worksites: no worksite overflows, a family has one site, nobody is where they cannot be.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Teams_of_a_made_up_day_hold(int seed)
    {
        var random = new Random(seed);
        var sites = Enumerable.Range(1, 6).Select(n =>
        {
            var most = random.Next(4, 14);
            var site = Worksite.Of(Guid.CreateVersion7(), n, $"S{n}", most / 3, most, SiteText.Empty, new(n % 2 == 0 ? [new("bois", 1)] : [], n == 3 ? ["turc"] : [], n % 3 == 0 ? [] : ["step-free"])).Value!;
            site.Decide(WorksiteState.Kept, "").ThrowIfRefused();
            return site;
        }).ToList();
        var people = Enumerable.Range(0, 30).Select(n => new SignUp(Guid.CreateVersion7(), Guid.Empty, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new SignedPerson("", random.Next(4) == 0 ? ["bois"] : [], random.Next(5) == 0 ? ["step-free"] : []))],
            [.. sites.OrderBy(_ => random.Next()).Take(random.Next(3)).Select(s => s.Id)], [], random.Next(2) == 0 ? "Nord" : "", "", Channel.Paper, $"T{n}", Instant.MinValue, walkIn: false)).ToList();
        var made = Teams.Make(sites, people, balance: false, Stop);
        foreach (var site in sites) people.Where((_, n) => made.Sites[n] == site.Id).Sum(s => s.People.Count).ShouldBeLessThanOrEqualTo(site.Most);
        foreach (var (signUp, site) in people.Zip(made.Sites))
            if (site is { } at) signUp.People.SelectMany(p => p.Needs).ShouldAllBe(need => sites.Single(s => s.Id == at).Asks.Access.Contains(need));
        made.Told.Waiting.ShouldBe(people.Where((_, n) => made.Sites[n] is null).Sum(s => s.People.Count));
        made.Told.Bound.ShouldBeLessThanOrEqualTo(made.Told.Cost + 1e-6);
    }

    [Fact]
    public async Task What_a_desk_noted_counts_once_however_often_it_is_sent_and_a_walk_in_goes_where_hands_are_missing()
    {
        var day = await space.HasDay();
        await space.HasWorksite(day, "Plein", 0, 5);
        var empty = await space.HasWorksite(day, "Vide", 4, 8);
        var family = (await space.SignsUp(day, "Ana,Bo")).Value!;
        var walkIn = Guid.CreateVersion7();
        ReceiveDesk.Note[] notes = [new(family.Id, [true, true], null, null, null), new(walkIn, null, ["Iris", ""], null, "Sud"), new(Guid.CreateVersion7(), [true], null, null, null)];
        for (var sent = 0; sent < 2; sent++)
            (await space.Notes(day, notes)).Value!.Select(o => o.Accepted).ShouldBe([true, true, false], "somebody unknown is told so, and loses nothing of the others");
        var signUps = await space.Read(db => db.Set<SignUp>().Where(s => s.DayId == day.Id).ToListAsync());
        signUps.Count.ShouldBe(2);
        signUps.Sum(s => s.Came).ShouldBe(4);
        signUps.Single(s => s.WalkIn).SiteId.ShouldBe(empty.Id);
        (await space.In(s => s.GetRequiredService<ReceiveDesk>().Handle(new(day.Id, notes), Actor.Anyone, Stop))).Refusals.ShouldBe([Refusal.NotAllowed]);
    }

    [Fact]
    public async Task Ten_desks_at_once_lose_nobody()
    {
        var day = await space.HasDay();
        await space.HasWorksite(day, "Grand", 0, 400);
        var expected = new List<SignUp>();
        for (var n = 0; n < 10; n++) expected.Add((await space.SignsUp(day, $"Famille{n},Petit{n}")).Value!);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(desk => Task.Run(async () =>
        {
            // each desk sees two of the same families, and five people nobody expected
            (await space.Notes(day, [.. Enumerable.Range(0, 5).Select(n => new ReceiveDesk.Note(Guid.CreateVersion7(), null, [$"Seul{desk}-{n}"], null, null)),
                new(expected[desk].Id, [true, true], null, null, null), new(expected[(desk + 1) % 10].Id, [true, true], null, null, null)])).Value!.ShouldAllBe(o => o.Accepted);
        })));
        var there = await space.Read(db => db.Set<SignUp>().Where(s => s.DayId == day.Id).ToListAsync());
        (there.Count, there.Sum(s => s.Came)).ShouldBe((60, 70));
    }

    [Fact]
    public async Task The_desk_sends_its_notes_by_http_and_hears_what_became_of_each()
    {
        var day = await space.HasDay();
        var site = await space.HasWorksite(day, "Haie", 3, 9);
        var family = (await space.SignsUp(day, "Ana,Bo")).Value!;
        var host = await space.BrowseAs(Role.Coordinator);
        var page = await host.Open($"/journee-citoyenne/{day.Slug}/accueil");
        var said = await page.SendTo("?handler=WalkIn", ("Names", "3"), ("Site", $"{site.Number}"));
        said.Status.ShouldBe(HttpStatusCode.Redirect, said.Words);
        var token = page.ValueOf("jeton");
        async Task<HttpResponseMessage> Post(string notes) => await host.Http.PostAsync($"/journee-citoyenne/{day.Slug}/accueil?handler=Notes", new FormUrlEncodedContent([new("jeton", token), new("Notes", notes)]), Stop);
        using var answer = await Post(JsonSerializer.Serialize(new[] { new { id = family.Id, here = new[] { true, false } } }));
        var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
        told.GetProperty("notes")[0].GetProperty("taken").GetBoolean().ShouldBeTrue();
        told.GetProperty("hands").GetProperty($"{site.Number}")[1].GetInt32().ShouldBe(3);
        told.GetProperty("came").GetProperty($"{family.Id}").EnumerateArray().Select(c => c.GetBoolean()).ShouldBe([true, false]);
        foreach (var wrong in (string[])["", "[", "{}", "[{\"id\":\"x\"}]"])
        {
            using var refused = await Post(wrong);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, wrong);
        }

        (await page.SendTo("?handler=Here", ("SignUpId", $"{family.Id}"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.Open($"/journee-citoyenne/{day.Slug}/accueil")).Words.ShouldContain("Attendus 5 / 5");
        var balanced = await host.Open($"/journee-citoyenne/{day.Slug}/equipes?equilibrer=true");
        balanced.Words.ShouldContain("Ana, Bo");
        (await balanced.SendTo("?handler=Move", ("Moves", $"{family.Id}"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Read(db => db.Set<SignUp>().SingleAsync(s => s.Id == family.Id))).SiteId.ShouldBe(site.Id);
    }

    [Fact]
    public async Task The_evening_is_told_in_numbers_and_a_mistake_is_another_fact()
    {
        var day = await space.HasDay(new LocalDate(2026, 11, 20));
        var site = await space.HasWorksite(day, "Berges", 0, 30);
        await space.Notes(day, new(Guid.CreateVersion7(), null, ["Ana", "Bo"], site.Id, "Gare"), new(Guid.CreateVersion7(), null, ["Cy"], site.Id, null));
        var host = await space.BrowseAs(Role.Coordinator);
        var evening = await host.Open($"/journee-citoyenne/{day.Slug}/soir");
        evening.ValueOf("People").ShouldBe("3");
        (await evening.Send(("People", "1"), ("Done", "Propre"))).Words.ShouldContain("corrigez l’accueil ou ce nombre");
        (await evening.Send(("People", "beaucoup"), ("Done", "Propre"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await evening.Send(("People", "4"), ("Done", "Douze sacs."))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await host.Open($"/journee-citoyenne/{day.Slug}/soir")).Send(("People", "5"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var facts = await space.Read(db => db.Set<Fact>().Where(f => f.SubjectId == site.Id).OrderBy(f => f.Id).ToListAsync());
        facts.Select(f => f.Count).ShouldBe([4, 5]);
        facts[1].Corrects.ShouldBe(facts[0].Id);
        facts[1].Marginals.ShouldBe([new Marginal("quarter", "Gare", 2)]);
        var page = await space.Browse().Open($"/journee-citoyenne/{day.Slug}");
        page.Words.ShouldContain("Douze sacs.");
        page.Words.ShouldContain("5 personnes venues");
        page.Words.ShouldContain("Pas mesurable");
        (await space.In(s => s.GetRequiredService<TellWorksite>().Handle(new(site.Id, 99, 5, ""), SeededDays.Coordinator, Stop))).Refusals.ShouldContain(Refusal.Conflict);
    }

    [Fact]
    public void Neighbours_who_worked_together_are_measured_from_sums_alone()
    {
        var apart = Enumerable.Range(0, 12).Select(n => (IReadOnlyList<(string, int)>)[(n % 2 == 0 ? "Nord" : "Sud", 6)]).ToList();
        var together = Enumerable.Range(0, 12).Select(_ => (IReadOnlyList<(string, int)>)[("Nord", 3), ("Sud", 3)]).ToList();
        DayMixing.Of(apart, Stop).ShouldBeOfType<Trame.Engines.Mixing.Measured>().Value.ShouldBe(0);
        DayMixing.Of(together, Stop).ShouldBeOfType<Trame.Engines.Mixing.Measured>().Value.ShouldBeGreaterThan(1);
        DayMixing.Of(together.Take(2), Stop).ShouldBeOfType<Trame.Engines.Mixing.NotMeasurable>();
    }

    [Fact]
    public async Task A_month_after_the_day_nobody_is_known_any_more_and_the_numbers_stay()
    {
        var old = await space.HasDay(new LocalDate(2026, 11, 20));
        var coming = await space.HasDay();
        foreach (var day in (CitizenDay[])[old, coming])
        {
            await space.HasWorksite(day, "Banc", 0, 9);
            (await space.SignsUp(day, "Malo,Nina", quarter: "Gare")).Accepted.ShouldBeTrue();
        }

        await space.Act(db => db.Set<CitizenDay>().Where(d => d.Id == old.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.Day, new LocalDate(2026, 10, 1)), Stop));
        await space.In(services => services.GetRequiredService<PurgeSpace>().Handle(services.GetRequiredService<TrameDb>(), dryRun: false, Stop));
        var kept = await space.Read(db => db.Set<SignUp>().Where(s => s.DayId == old.Id || s.DayId == coming.Id).ToListAsync());
        kept.Single(s => s.DayId == old.Id).ShouldSatisfyAllConditions(s => s.People.Select(p => p.Name).ShouldBe(["", ""]), s => s.Quarter.ShouldBeEmpty());
        kept.Single(s => s.DayId == coming.Id).People[0].Name.ShouldBe("Malo");
    }
}

public sealed class CitizenDaysOnSqlite(SqliteSpace space) : CitizenDayTests(space), IClassFixture<SqliteSpace>;

public sealed class CitizenDaysOnPostgres(PostgresSpace space) : CitizenDayTests(space), IClassFixture<PostgresSpace>;
