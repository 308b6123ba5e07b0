using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Act.Dispositifs;
using Trame.Act.Projects;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Act.Projects;

public abstract class ProjectPagesTests(TestSpace space)
{
    [Fact]
    public async Task Runs_on_the_database_it_names() => (await space.ProviderInUse()).ShouldBe(space.Provider);

    [Fact]
    public async Task A_collective_proposes_with_its_lasting_reason_and_the_review_keeps_it()
    {
        var form = await space.Browse().Open("/proposer/projets");
        form.Words.ShouldContain("Quelle raison durable de coopérer cela crée-t-il ?");
        var sent = await form.Send(("name", "La soupe du jeudi"), ("territory", "Yzeure"), ("lasting-reason", "Chaque jeudi, quelqu’un épluche"), ("Source", "Nous, le collectif du Pré"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        var proposal = await space.Read(db => db.Set<Proposal>().SingleAsync(p => p.Source == "Nous, le collectif du Pré"));
        proposal.Values["lasting-reason"].ShouldBe("Chaque jeudi, quelqu’un épluche");
        (await space.Browse().Open("/faire?q=soupe")).Words.ShouldContain("Aucun projet ici");
        var review = await (await space.BrowseAs(Role.Coordinator)).Open($"/bureau/propositions/{proposal.Code}");
        (await review.Send(("Verdict", "some"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open("/faire?q=soupe")).Words.ShouldContain("La soupe du jeudi");
        (await space.Browse().Open("/projets/la-soupe-du-jeudi")).Words.ShouldContain("Chaque jeudi, quelqu’un épluche");
    }

    [Fact]
    public async Task A_story_is_not_written_without_the_consent_of_those_who_lived_it()
    {
        var project = await space.HasProject(Register.Unique());
        var refused = await space.Describe(project.Id, project.Version, "Équipe", ("story", "Au début, personne ne voulait tenir le pinceau."));
        refused.Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("occasions.story.no-consent");
        (await space.Browse().Open($"/projets/{project.Slug}")).Words.ShouldNotContain("tenir le pinceau");
        (await space.Describe(project.Id, project.Version, "Équipe", ("story", "Au début, personne ne voulait tenir le pinceau."), ("story-easy", "Nous avons peint."), ("story-consent", "lu par les six, le 3 novembre"))).Accepted.ShouldBeTrue();
        var told = await space.Browse().Open($"/projets/{project.Slug}");
        told.Document.QuerySelector("#recit")!.TextContent.ShouldContain("lu par les six");
        told.Document.QuerySelector("#recit .easy")!.TextContent.ShouldContain("Nous avons peint");
        (await space.Describe(project.Id, 2, "Équipe", ("story-consent", ""))).Accepted.ShouldBeFalse("consent is not taken away from under a story");
    }

    [Fact]
    public async Task Ties_are_seen_from_both_sides_and_never_turn_in_a_circle()
    {
        var (a, b, c) = (await space.HasProject($"A{Register.Unique()}"), await space.HasProject($"B{Register.Unique()}"), await space.HasProject($"C{Register.Unique()}"));
        var place = await space.HasPlace($"Jardin {Register.Unique()}");
        (await Tie(a, LinkKind.Place, $"https://trame.example/e/essai/lieux/{place.Slug}?x=1")).Accepted.ShouldBeTrue();
        (await space.Browse().Open($"/lieux/{place.Slug}")).Document.QuerySelector("#liens")!.TextContent.ShouldContain(a.Name);
        (await space.Browse().Open($"/projets/{a.Slug}")).Document.QuerySelector("#liens")!.TextContent.ShouldContain(place.Name);
        (await Tie(b, LinkKind.Project, a.Slug)).Accepted.ShouldBeTrue();
        (await Tie(c, LinkKind.Project, b.Slug)).Accepted.ShouldBeTrue();
        (await Tie(a, LinkKind.Project, c.Slug)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("projects.tie.circle");
        (await Tie(a, LinkKind.Project, a.Slug)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("projects.tie.itself");
        (await Tie(a, LinkKind.Moment, place.Slug)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("projects.tie.unknown");
        (await space.Browse().Open($"/projets/{a.Slug}")).Document.QuerySelector("#liens")!.TextContent.ShouldContain("Est suivi par");
        var run = await space.In(s => s.GetRequiredService<StartDispositif>().Handle(new("cinquante-cinquante", $"Run {Register.Unique()}", "yzeure", SpaceCalendar.Of(new SpaceSettings()).Today(s.GetRequiredService<TrameDb>().Now), Channel.Online), Actor.Machine, default));
        (await Tie(a, LinkKind.Run, run.Value!.Slug)).Accepted.ShouldBeTrue();
        (await space.Browse().Open($"/dispositifs/en-cours/{run.Value.Slug}")).Document.QuerySelector("#liens")!.TextContent.ShouldContain(a.Name);
    }

    [Fact]
    public async Task The_notebook_holds_tasks_decisions_and_money_and_what_is_taken_off_comes_back()
    {
        var project = await space.HasProject(Register.Unique());
        var team = await space.BrowseAs(Role.Coordinator);
        Task<Answer> Page() => team.Open($"/projets/{project.Slug}/equipe");
        (await (await Page()).SendTo("?handler=Line", ("LineKind", "task"), ("LineWhat", "Réserver la salle"), ("LineDay", "2026-11-10"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await Page()).SendTo("?handler=Line", ("LineKind", "expense"), ("LineWhat", "Peinture"), ("LineAmount", "84,50"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await Page()).SendTo("?handler=Line", ("LineKind", "expense"), ("LineWhat", "Rien"), ("LineAmount", "-3"))).RefusalOf("LineAmount").ShouldNotBeEmpty();
        (await (await Page()).SendTo("?handler=Line", ("LineKind", "task"), ("LineWhat", "Appeler Mme Durand au 06 12 34 56 78"))).Words.ShouldContain("ressemble à un numéro de téléphone");
        var seen = await space.Browse().Open($"/projets/{project.Slug}");
        seen.Document.QuerySelector("#carnet")!.TextContent.ShouldContain("attendu le 10 novembre 2026");
        seen.Document.QuerySelector("#carnet")!.TextContent.ShouldContain("84,50");
        (await (await Page()).SendTo("?handler=Tick", ("Change", "removed"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open($"/projets/{project.Slug}")).Words.ShouldNotContain("Réserver la salle");
        var removed = (await space.Read(db => db.Set<Project>().SingleAsync(p => p.Id == project.Id))).Lines.Single(l => l.Removed);
        (await (await Page()).SendTo("?handler=Tick", ("Change", "back"), ("LineId", $"{removed.Id}"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open($"/projets/{project.Slug}")).Words.ShouldContain("Réserver la salle");
        (await space.Browse().Open($"/projets/{project.Slug}/historique")).Words.ShouldContain("Le carnet a changé");
    }

    [Fact]
    public async Task A_page_and_the_list_ask_the_database_at_most_eight_times()
    {
        var project = await space.HasProject($"Mesure {Register.Unique()}", ("lasting-reason", "Chaque semaine"));
        await space.HasWant(project, "hands", "Tenir", "3");
        var connection = await space.Read(db => Task.FromResult(db.Database.GetConnectionString()!));
        foreach (var url in (string[])["/faire", "/faire?etape=idee&manque=bras", $"/projets/{project.Slug}"])
        {
            await space.Browse().Open(url);
            (await StatementCount.OfDatabase(connection, async () => (await space.Browse().Open(url)).Status.ShouldBe(HttpStatusCode.OK))).ShouldBeLessThanOrEqualTo(8, url);
        }
    }

    [Fact]
    public async Task The_sheet_on_paper_asks_the_same_and_an_empty_list_leads_on()
    {
        var project = await space.HasProject(Register.Unique());
        await space.HasWant(project, "skill", "Accorder un piano", "1");
        var sheet = await space.Browse().Open($"/projets/{project.Slug}/feuille");
        sheet.Words.ShouldContain("Accorder un piano");
        sheet.Words.ShouldContain("Un prénom suffit, ou rien");
        var empty = await space.Browse().Open("/faire?q=introuvablemot");
        empty.Words.ShouldContain("Aucun projet ici");
        empty.Document.QuerySelector("a[href$='/proposer/projets']").ShouldNotBeNull();
        (await space.Browse().Open("/faire?etape=nimporte&manque=tout&tri=rang")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private Task<Outcome> Tie(Project project, LinkKind kind, string target) => space.In(s => s.GetRequiredService<TieProject>().Handle(new(project.Id, kind, target), Actor.Machine, default));
}

public sealed class ProjectPagesOnSqlite(SqliteSpace space) : ProjectPagesTests(space), IClassFixture<SqliteSpace>;

public sealed class ProjectPagesOnPostgres(PostgresSpace space) : ProjectPagesTests(space), IClassFixture<PostgresSpace>;
