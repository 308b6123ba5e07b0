using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Act.Projects;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.People;

namespace Trame.Tests.Act.Projects;

public abstract class AdvanceProjectTests(TestSpace space)
{
    [Fact]
    public async Task A_project_starts_stops_with_a_reason_goes_on_and_ends_and_its_page_tells()
    {
        var project = await HasProject("Verger partagé du Pré");
        var browser = await space.BrowseAs(Role.Coordinator);
        (await browser.Open("/projets/verger-partage-du-pre")).Words.ShouldContain("Personne n’a encore dit quand elle commence");
        await Step(browser, "verger-partage-du-pre", "running", day: "2026-11-02");
        await Step(browser, "verger-partage-du-pre", "stopped", "Le terrain est inondé", learned: "Regarder la carte des crues avant de planter");
        var stopped = await space.Browse().Open("/projets/verger-partage-du-pre");
        stopped.Words.ShouldContain("Arrêté");
        stopped.Words.ShouldContain("Le terrain est inondé");
        stopped.Document.QuerySelector("#appris")!.TextContent.ShouldContain("Regarder la carte des crues");
        (await space.Browse().Open("/occasions?nature=projet&etat=pause")).Words.ShouldContain("Verger partagé du Pré");
        space.Clock.Advance(TimeSpan.FromDays(1));
        await Step(browser, "verger-partage-du-pre", "running");
        await Step(browser, "verger-partage-du-pre", "done", "Quarante arbres plantés");
        var done = await space.Browse().Open("/projets/verger-partage-du-pre");
        done.Document.QuerySelectorAll("#avancement .history__item").Select(i => i.QuerySelector("p:nth-child(2)")!.TextContent.Trim())
            .ShouldBe(["Le projet est terminé.", "Le projet reprend.", "Le projet s’arrête.", "Le projet commence."]);
        done.Words.ShouldContain("Quarante arbres plantés");
        (await space.Browse().Open("/occasions?nature=projet&etat=ferme")).Words.ShouldContain("Verger partagé du Pré");
        (await space.Browse().Open("/projets/verger-partage-du-pre/historique")).Words.ShouldContain("Le terrain est inondé");
        (await Facts(project.Id)).ShouldBe(["project.started", "project.stopped", "project.resumed", "project.done"]);
        (await space.Read(db => db.Set<Fact>().FirstAsync(f => f.SubjectId == project.Id && f.Kind == "project.started"))).At.InUtc().Date.ToString("uuuu-MM-dd", null).ShouldBe("2026-11-02");
        await Step(browser, "verger-partage-du-pre", "running"); // even what is done can be taken up again
        (await space.Read(db => db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == project.Id))).Status.ShouldBe(OccasionStatus.Open);
    }

    [Theory]
    [InlineData("stopped", "2026-11-20", "")]
    [InlineData("stopped", "2026-11-20", "Plus personne")] // nothing was said of what was learned
    [InlineData("supported", "2026-11-20", "Le centre social nous prête sa salle")] // no lasting reason
    [InlineData("supported", "2026-11-20", "")]
    [InlineData("running", "2027-01-01", "")]
    [InlineData("done", "demain", "")]
    [InlineData("mystere", "2026-11-20", "")]
    [InlineData("stopped", "2026-11-20", "Sa femme est malade, son numéro : 06 12 34 56 78")]
    public async Task What_cannot_be_is_refused_and_nothing_is_written(string step, string day, string reason)
    {
        var slug = $"projet-{Guid.NewGuid():N}";
        var project = await HasProject(slug);
        var page = await (await space.BrowseAs(Role.Coordinator)).Open($"/projets/{slug}/avancement");
        var answer = await page.Send(("Step", step), ("Day", day), ("Reason", reason));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.ValueOf("Reason").ShouldBe(reason);
        (await Facts(project.Id)).ShouldBeEmpty();
        (await space.Read(db => db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == project.Id))).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Two_people_at_once_are_told_and_a_visitor_may_not()
    {
        await HasProject("Fresque du gymnase");
        var (one, two) = (await space.BrowseAs(Role.Coordinator), await space.BrowseAs(Role.CounterAgent));
        var late = await two.Open("/projets/fresque-du-gymnase/avancement");
        await Step(one, "fresque-du-gymnase", "running");
        (await late.Send(("Step", "stopped"), ("Reason", "Plus de peinture"), ("Learned", "Compter les pots"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await space.Browse().Open("/projets/fresque-du-gymnase/avancement")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open("/projets/fresque-du-gymnase")).Document.QuerySelector("a[href$='/avancement']").ShouldBeNull();
        (await one.Open("/projets/fresque-du-gymnase/etat")).Document.QuerySelector("a[href$='/avancement']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_project_with_dates_is_under_way_between_them_and_does_not_end_before_its_start()
    {
        await HasProject("Jardin d’hiver", ("starts-on", "2026-11-10"));
        var browser = await space.BrowseAs(Role.Coordinator);
        (await browser.Open("/projets/jardin-d-hiver")).Words.ShouldContain("En cours");
        var page = await browser.Open("/projets/jardin-d-hiver/avancement");
        (await page.Send(("Step", "done"), ("Day", "2026-11-01"))).RefusalOf("Day").ShouldContain("avant d’avoir commencé");
    }

    [Fact]
    public async Task An_idea_finds_support_once_it_says_its_lasting_reason_then_a_contract_then_it_starts()
    {
        await HasProject("Four du village", ("lasting-reason", "Un four froid se fend : on le rallume chaque mois"));
        var browser = await space.BrowseAs(Role.Coordinator);
        var idea = await browser.Open("/projets/four-du-village");
        idea.Document.QuerySelector(".steps__item--current")!.TextContent.ShouldContain("Idée");
        idea.Document.QuerySelector("#raison")!.TextContent.ShouldContain("Un four froid se fend");
        await Step(browser, "four-du-village", "supported", "L’amicale en répond");
        (await browser.Open("/projets/four-du-village")).Document.QuerySelector(".steps__item--current")!.TextContent.ShouldContain("Soutenu");
        space.Clock.Advance(TimeSpan.FromMinutes(1));
        await Step(browser, "four-du-village", "contracted", "Convention avec la mairie, signée sur papier");
        var contracted = await space.Browse().Open("/projets/four-du-village");
        contracted.Words.ShouldContain("L’amicale en répond"); // reasons in public
        (await space.Browse().Open("/faire?etape=contrat")).Words.ShouldContain("Four du village");
        (await space.Browse().Open("/faire?etape=idee")).Words.ShouldNotContain("Four du village");
        await Step(browser, "four-du-village", "running");
        (await space.Browse().Open("/occasions?nature=projet&etape=en-cours")).Words.ShouldContain("Four du village");
        await Step(browser, "four-du-village", "stopped", "La voûte est tombée", learned: "Faire venir un maçon avant");
        var road = (await space.Browse().Open("/projets/four-du-village")).Document.QuerySelectorAll(".steps__item").Select(s => s.TextContent).ToList();
        road[^1].ShouldContain("Arrêté");
        road.Count.ShouldBe(5, "what it had reached stays, what it did not reach is not pretended");
        (await space.Browse().Open("/faire")).Words.ShouldContain("Faire venir un maçon avant"); // never hidden
    }

    private static async Task Step(Browser browser, string slug, string step, string reason = "", string? day = null, string learned = "")
    {
        var page = await browser.Open($"/projets/{slug}/avancement");
        (string, string)[] typed = [("Step", step), ("Reason", reason), .. learned.Length > 0 ? ((string, string)[])[("Learned", learned)] : [], .. day is null ? ((string, string)[])[] : [("Day", day)]];
        (await page.Send(typed)).Location.ShouldBe($"/projets/{slug}", step);
    }

    private Task<List<string>> Facts(Guid id) => space.Read(db => db.Set<Fact>().Where(f => f.SubjectId == id && f.Kind.StartsWith("project.")).OrderBy(f => f.RecordedAt).ThenBy(f => f.Id).Select(f => f.Kind).ToListAsync());

    private async Task<Occasion> HasProject(string name, params (string Key, string Value)[] said)
    {
        var values = said.Append(("name", name)).Append(("territory", space.CommuneId.ToString())).ToDictionary(v => v.Item1, v => v.Item2);
        return (await space.In(services => services.GetRequiredService<AddOccasion>().Handle(new(OccasionKind.Project, values, "Mairie", Channel.Online, EvenIfAlike: true), Actor.Machine, default))).Value!;
    }
}

public sealed class AdvanceProjectOnSqlite(SqliteSpace space) : AdvanceProjectTests(space), IClassFixture<SqliteSpace>;

public sealed class AdvanceProjectOnPostgres(PostgresSpace space) : AdvanceProjectTests(space), IClassFixture<PostgresSpace>;
