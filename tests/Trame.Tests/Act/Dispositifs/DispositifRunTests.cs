using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Act.Dispositifs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.People;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Act.Dispositifs;

public abstract class DispositifRunTests(TestSpace space)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_clicks_begin_a_dispositif_and_its_rules_hold_it_until_nothing_is_missing()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var form = await browser.Open("/dispositifs/cldi/commencer");
        form.ValueOf("Day").ShouldNotBeEmpty();
        var begun = await form.Send(("Name", "CLDI du Pré"));
        begun.Status.ShouldBe(HttpStatusCode.Redirect);
        var page = await browser.Open("/dispositifs/en-cours/cldi-du-pre");
        page.Words.ShouldContain("CLDI : il manque 8 × Habitants du quartier (0 sur 8).");
        page.Words.ShouldContain("Une pièce n’est pas arrivée : Façon dont chaque habitant a été choisi.");

        var refused = await page.SendTo("/dispositifs/en-cours/cldi-du-pre?handler=Advance", ("Step", "next"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Words.ShouldContain("il manque 3 × Délégués de la commune");
        (await Find("cldi-du-pre")).Phase.ShouldBe("composition");

        (await Record(browser, "cldi-du-pre", ("Documents[designations]", "2026-11-20"), ("Seats[cldi.habitants]", "7"), ("Seats[cldi.commune]", "3"), ("Seats[cldi.mission-locale]", "1"),
            ("Seats[cldi.habitat]", "2"), ("Seats[cldi.associations]", "2"), ("Seats[cldi.cpas]", "1"), ("Seats[cldi.region]", "2"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var almost = await browser.Open("/dispositifs/en-cours/cldi-du-pre");
        almost.Words.ShouldContain("il manque 1 × Habitants du quartier (7 sur 8)");
        almost.Words.ShouldNotContain("× Délégués de la commune");
        (await Record(browser, "cldi-du-pre", ("Seats[cldi.habitants]", "8"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Open("/dispositifs/en-cours/cldi-du-pre")).Words.ShouldContain("Rien ne manque");
        (await Advance(browser, "cldi-du-pre", "next")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Find("cldi-du-pre")).Phase.ShouldBe("suivi");
        (await Advance(browser, "cldi-du-pre", "next", "Le quartier a son programme")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open("/dispositifs/en-cours/cldi-du-pre")).Words.ShouldContain("Le quartier a son programme");
        (await Facts("cldi-du-pre")).ShouldBe(["dispositif.started", "dispositif.phase", "dispositif.ended"]);
    }

    [Fact]
    public async Task What_is_late_is_said_and_only_what_the_rules_allow_makes_a_phase_longer()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        await (await browser.Open("/dispositifs/contrat-de-quartier/commencer")).Send(("Name", "Quartier Nord"), ("Day", "2024-02-29"));
        var late = await browser.Open("/dispositifs/en-cours/quartier-nord");
        late.Words.ShouldContain("jours de retard"); // nine months after 29 February 2024 is long past
        late.Document.QuerySelector("#step-longer").ShouldBeNull();
        (await Advance(browser, "quartier-nord", "longer", "encore un peu")).Words.ShouldContain("ne permettent pas de prolonger");
        (await space.Browse().Open("/dispositifs")).Words.ShouldContain("jours de retard");
        (await Record(browser, "quartier-nord", [.. ((string[])["projet", "avis-cldi", "enquete", "concertation", "vote", "approbation"]).Select(d => ($"Documents[{d}]", "2025-01-10")),
            ("Seats[cldi.habitants]", "8"), ("Seats[cldi.commune]", "3"), ("Seats[cldi.mission-locale]", "1"), ("Seats[cldi.habitat]", "2"), ("Seats[cldi.associations]", "2"), ("Seats[cldi.cpas]", "1"), ("Seats[cldi.region]", "2")])).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Advance(browser, "quartier-nord", "next")).Status.ShouldBe(HttpStatusCode.Redirect);
        var (before, after) = (await Deadline("quartier-nord"), LocalDate.MinIsoValue);
        (await Advance(browser, "quartier-nord", "longer")).Words.ShouldContain("Dites pourquoi");
        (await Advance(browser, "quartier-nord", "longer", "deux chantiers ne sont pas finis")).Status.ShouldBe(HttpStatusCode.Redirect);
        after = await Deadline("quartier-nord");
        Period.Between(before, after, PeriodUnits.Months).Months.ShouldBe(24);
        (await Advance(browser, "quartier-nord", "longer", "encore")).Words.ShouldContain("l’a déjà été");
        (await Advance(browser, "quartier-nord", "stop", "La Région n’a plus l’argent ; la place, elle, est restée")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open("/dispositifs/en-cours/quartier-nord")).Words.ShouldContain("la place, elle, est restée");
        (await Facts("quartier-nord")).ShouldBe(["dispositif.started", "dispositif.phase", "dispositif.extended", "dispositif.stopped"]);
    }

    [Fact]
    public async Task Money_that_breaks_a_rule_is_kept_as_it_is_and_keeps_the_phase_from_ending()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        await (await browser.Open("/dispositifs/gem/commencer")).Send(("Name", "Le Fil"));
        (await Record(browser, "le-fil", ("Documents[association]", "2026-01-05"), ("Documents[parrainage]", "2026-01-05"), ("Amounts[subvention]", "75 000,01"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.Open("/dispositifs/en-cours/le-fil")).Words.ShouldContain("ne dépasse pas 75 000 euros");
        (await Advance(browser, "le-fil", "next")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Record(browser, "le-fil", ("Amounts[subvention]", "75000"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Advance(browser, "le-fil", "next")).Status.ShouldBe(HttpStatusCode.Redirect);
        var run = await Find("le-fil");
        (run.Amounts["subvention"], run.Documents.Count).ShouldBe((75_000m, 2));
    }

    [Theory]
    [InlineData("Documents[association]", "demain", "demain")]
    [InlineData("Documents[association]", "2199-01-01", "pas encore venu")]
    [InlineData("Amounts[subvention]", "-5", "pas un montant")]
    [InlineData("Amounts[subvention]", "1e9", "pas un montant")]
    [InlineData("Amounts[subvention]", "99999999999999999999999999999999999", "pas un montant")]
    [InlineData("Amounts[subvention]", "<script>", "pas un montant")]
    public async Task What_cannot_be_recorded_is_told_beside_its_box_and_nothing_is_written(string box, string typed, string told)
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var name = $"Essai {Register.Unique()}";
        var begun = await (await browser.Open("/dispositifs/gem/commencer")).Send(("Name", name));
        var path = begun.Location!;
        var answer = await (await browser.Open(path)).SendTo($"{path}?handler=Record", (box, typed), ("Documents[parrainage]", "2026-01-05"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Words.ShouldContain(told);
        answer.ValueOf(box).ShouldBe(typed);
        (await space.Read(db => db.Set<DispositifRun>().AsNoTracking().FirstAsync(r => r.Name == name))).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_visitor_reads_and_may_not_write_and_two_people_at_once_are_told()
    {
        var (one, two) = (await space.BrowseAs(Role.Coordinator), await space.BrowseAs(Role.Coordinator));
        await (await one.Open("/dispositifs/banquet/commencer")).Send(("Name", "Banquet des Cèdres"));
        var visitor = await space.Browse().Open("/dispositifs/en-cours/banquet-des-cedres");
        visitor.Words.ShouldContain("Autorisation pour la rue");
        visitor.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        (await space.Browse().Open("/dispositifs/banquet/commencer")).Status.ShouldBe(HttpStatusCode.Redirect);
        var stale = await two.Open("/dispositifs/en-cours/banquet-des-cedres");
        await Record(one, "banquet-des-cedres", ("Documents[rue]", "2026-11-01"));
        (await stale.SendTo("/dispositifs/en-cours/banquet-des-cedres?handler=Record", ("Documents[suite]", "2026-11-02"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Find("banquet-des-cedres")).Documents.Keys.ShouldBe(["rue"]);
        (await space.In(s => s.GetRequiredService<AdvanceDispositif>().Handle(new(Guid.NewGuid(), 1, RunStep.Next, "", Channel.Online), Actor.Anyone, Stop))).Refusals.ShouldBe([Refusal.NotAllowed]);
    }

    [Fact]
    public async Task A_file_put_in_the_data_folder_is_there_at_the_next_page_and_a_wrong_one_is_told_to_who_may_mend_it()
    {
        var own = Directory.CreateDirectory(Path.Combine(space.Services.GetRequiredService<DataFolder>().Root, "dispositifs")).FullName;
        var file = Path.Combine(own, "table.yaml");
        await File.WriteAllTextAsync(file, "cle: table-des-voisins\nnom: Table des voisins\nresume: On mange.\npays: FR\nsources: [{titre: Nous}]\nbriques: [moment]\nphases: [{cle: essai, nom: Essai}]\n", Stop);
        (await space.Browse().Open("/dispositifs?q=voisins")).Words.ShouldContain("Table des voisins");
        (await space.Browse().Open("/dispositifs/table-des-voisins")).Status.ShouldBe(HttpStatusCode.OK);
        await File.WriteAllTextAsync(file, "cle: gem\nnom: Deuxième\nresume: On mange.\npays: FR\nsources: [{titre: Nous}]\nbriques: [moment]\nphases: [{cle: essai, nom: Essai}]\n", Stop);
        (await (await space.BrowseAs(Role.Coordinator)).Open("/dispositifs")).Words.ShouldContain("table.yaml, ligne 1, colonne 1 : le nom court « gem » est déjà pris");
        (await space.Browse().Open("/dispositifs")).Words.ShouldNotContain("table.yaml");
        (await space.Browse().Open("/dispositifs/table-des-voisins")).Status.ShouldBe(HttpStatusCode.NotFound);
        File.Delete(file);
    }

    [Fact]
    public async Task The_gallery_finds_by_word_and_by_country_and_greys_what_is_not_built()
    {
        var all = await space.Browse().Open("/dispositifs");
        all.Document.QuerySelectorAll("h1").Length.ShouldBe(1);
        all.Words.ShouldContain("outils pas encore dans Trame");
        var belgian = await space.Browse().Open("/dispositifs?pays=BE&q=quartier");
        belgian.Words.ShouldContain("Contrat de quartier");
        belgian.Words.ShouldNotContain("Banquet de quartier");
        (await space.Browse().Open("/dispositifs?q=zzzz")).Words.ShouldContain("Aucun dispositif");
        (await space.Browse().Open("/dispositifs/convention-citoyenne")).Words.ShouldContain("tirage au sort (pas encore dans Trame)");
        (await space.Browse().Open("/dispositifs/nulle-part")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Answer> Record(Browser browser, string slug, params (string, string)[] said) => await (await browser.Open($"/dispositifs/en-cours/{slug}")).SendTo($"/dispositifs/en-cours/{slug}?handler=Record", said);

    private static async Task<Answer> Advance(Browser browser, string slug, string step, string note = "") => await (await browser.Open($"/dispositifs/en-cours/{slug}")).SendTo($"/dispositifs/en-cours/{slug}?handler=Advance", ("Step", step), ("Note", note));

    private Task<DispositifRun> Find(string slug) => space.Read(db => db.Set<DispositifRun>().AsNoTracking().FirstAsync(r => r.Slug == slug));

    private async Task<LocalDate> Deadline(string slug) => new RunState(await Find(slug), new LocalDate(2026, 11, 22)).Deadline!.Value;

    private Task<List<string>> Facts(string slug) => space.Read(async db =>
    {
        var id = await db.Set<DispositifRun>().Where(r => r.Slug == slug).Select(r => r.Id).FirstAsync();
        return (await db.Set<Fact>().Where(f => f.SubjectId == id).OrderBy(f => f.Id).ToListAsync()).Select(f => $"{f.Kind}").ToList();
    });
}

public sealed class DispositifRunsOnSqlite(SqliteSpace space) : DispositifRunTests(space), IClassFixture<SqliteSpace>;

public sealed class DispositifRunsOnPostgres(PostgresSpace space) : DispositifRunTests(space), IClassFixture<PostgresSpace>;
