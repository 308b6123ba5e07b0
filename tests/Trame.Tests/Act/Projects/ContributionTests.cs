using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Act.Projects;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Foundation.Web;
using Trame.Registers.People;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Act.Projects;

public abstract class ContributionTests(TestSpace space)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anyone_promises_without_an_account_reads_it_by_its_code_and_takes_it_back_without_a_reason()
    {
        var project = await space.HasProject("Planter la haie");
        var want = await space.HasWant(project, "hands", "Planter, samedi", "3");
        var neighbour = space.Browse();
        var page = await neighbour.Open($"/projets/{project.Slug}");
        page.Document.QuerySelector("a[href$='/participer']").ShouldNotBeNull();
        page.Words.ShouldContain("Il manque 3 personnes");
        var promised = await (await neighbour.Open($"/projets/{project.Slug}/participer")).Send(("WantId", $"{want.Id}"), ("Quantity", "2"), ("Name", "Malika"), ("Reach", "chez la boulangère"));
        promised.Status.ShouldBe(HttpStatusCode.Redirect);
        var code = promised.Location!;
        (await neighbour.Open(code)).Words.ShouldContain("nous comptons sur vous");
        var seen = await space.Browse().Open($"/projets/{project.Slug}");
        seen.Words.ShouldContain("Il manque 1 personne");
        seen.Text.ShouldNotContain("Malika");
        (await space.Browse().Open($"/projets/{project.Slug}/equipe")).Status.ShouldBe(HttpStatusCode.Redirect, "who promised is for the team");
        (await (await space.BrowseAs(Role.Coordinator)).Open($"/projets/{project.Slug}/equipe")).Words.ShouldContain("Malika");

        (await (await neighbour.Open(code)).Send()).Status.ShouldBe(HttpStatusCode.Redirect);
        var withdrawn = await space.Read(db => db.Set<Contribution>().SingleAsync(c => c.WantId == want.Id));
        (withdrawn.Name, withdrawn.Reach).ShouldBe(("", ""));
        (await space.Browse().Open($"/projets/{project.Slug}")).Words.ShouldContain("Il manque 3 personnes");
        (await space.Read(db => db.Set<Revision>().ToListAsync())).SelectMany(r => r.After.Values).ShouldNotContain(v => v != null && v.Contains("Malika"), "no history keeps a name");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-4")]
    [InlineData("deux")]
    [InlineData("1,5")]
    [InlineData("999999999999")]
    public async Task A_promise_that_is_no_quantity_is_refused_beside_its_question(string quantity)
    {
        var project = await space.HasProject(Register.Unique());
        var want = await space.HasWant(project, "hands", "Tenir l’échelle", "2");
        var answer = await (await space.Browse().Open($"/projets/{project.Slug}/participer")).Send(("WantId", $"{want.Id}"), ("Quantity", quantity), ("Name", "Jo"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.RefusalOf("Quantity").ShouldContain("plus grand que zéro");
        answer.ValueOf("Name").ShouldBe("Jo");
        (await space.Read(db => db.Set<Contribution>().CountAsync(c => c.WantId == want.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_negative_contribution()
    {
        var project = await space.HasProject(Register.Unique());
        var want = await space.HasWant(project, "thing", "Une remorque", "1");
        await space.Act(async db =>
        {
            db.Add(new Contribution(want.Id, -1, "", "", Channel.Online, $"NEG-{want.Id:N}", db.Now));
            await Should.ThrowAsync<DbUpdateException>(() => db.Save(default));
        });
    }

    [Fact]
    public async Task What_came_is_a_fact_without_a_person_and_a_mistake_is_another_fact()
    {
        var project = await space.HasProject(Register.Unique());
        var want = await space.HasWant(project, "money", "La clôture", "600");
        (await space.Pledge(project, want, "150,50", "Sam")).Accepted.ShouldBeTrue();
        var team = await space.BrowseAs(Role.CounterAgent);
        (await (await team.Open($"/projets/{project.Slug}/equipe")).SendTo("?handler=Give", ("Given", "150,50"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await team.Open($"/projets/{project.Slug}/equipe")).SendTo("?handler=Give", ("Given", "100"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var facts = await space.Read(db => db.Set<Fact>().Where(f => f.SubjectId == project.Id && f.Kind == "contribution.made").OrderBy(f => f.Id).ToListAsync());
        facts.Select(f => (f.AmountUnit, f.AmountValue)).ShouldBe([("cents", 15050L), ("cents", 10000L)]);
        facts[1].Corrects.ShouldBe(facts[0].Id);
        (await space.Read(db => db.Set<Want>().SingleAsync(w => w.Id == want.Id))).Given.ShouldBe(10000);
        (await space.Browse().Open($"/projets/{project.Slug}")).Words.ShouldContain("Venu : 100");
        var told = await space.Read(db => db.Set<Contribution>().SingleAsync(c => c.WantId == want.Id));
        (await space.In(s => s.GetRequiredService<WithdrawContribution>().Handle(new WithdrawContribution.Request(told.Code), Actor.Anyone, Stop))).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("projects.contribution.given-already");
    }

    [Fact]
    public async Task Promises_at_the_same_moment_all_count()
    {
        var project = await space.HasProject(Register.Unique());
        var want = await space.HasWant(project, "hands", "Bêcher", "20");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => space.Pledge(project, want, "2", ""))));
        (await space.Read(db => db.Set<Want>().SingleAsync(w => w.Id == want.Id))).Pledged.ShouldBe(16);
        (await space.Browse().Open($"/faire?manque=bras&q={project.Name}")).Words.ShouldContain("Il manque : 4 personnes");
        (await space.Pledge(project, want, "4", "")).Accepted.ShouldBeTrue();
        (await space.Browse().Open($"/faire?manque=bras&q={project.Name}")).Words.ShouldContain("Aucun projet ici");
    }

    [Fact]
    public async Task A_first_name_is_forgotten_after_a_year_and_the_promise_stays()
    {
        var project = await space.HasProject(Register.Unique());
        var want = await space.HasWant(project, "hands", "Arroser", "5");
        await space.Pledge(project, want, "1", "Ancienne");
        await space.Act(db => db.Set<Contribution>().Where(c => c.WantId == want.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.PledgedAt, db.Now - Duration.FromDays(400))));
        await space.Pledge(project, want, "1", "Récente");
        await space.In(services => services.GetRequiredService<PurgeSpace>().Handle(services.GetRequiredService<TrameDb>(), dryRun: false, Stop));
        (await space.Read(db => db.Set<Contribution>().Where(c => c.WantId == want.Id).OrderBy(c => c.PledgedAt).Select(c => c.Name).ToListAsync())).ShouldBe(["", "Récente"]);
        (await space.Read(db => db.Set<Want>().SingleAsync(w => w.Id == want.Id))).Pledged.ShouldBe(2);
    }

    [Fact]
    public async Task What_stopped_takes_no_promise_and_a_form_without_a_choice_says_so()
    {
        var project = await space.HasProject(Register.Unique());
        var want = await space.HasWant(project, "hands", "Peindre", "5");
        (await (await space.Browse().Open($"/projets/{project.Slug}/participer")).Send(("WantId", ""))).Words.ShouldContain("Choisissez ce que vous pouvez apporter");
        await space.In(s => s.GetRequiredService<AdvanceProject>().Handle(new(project.Id, project.Version, ProjectStage.Stopped, new LocalDate(2026, 11, 20), "Plus de mur", Channel.Counter, Learned: "Demander avant"), Actor.Machine, Stop));
        (await space.Pledge(project, want, "1", "")).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("projects.pledge.over");
        (await space.Browse().Open($"/projets/{project.Slug}/participer")).Words.ShouldContain("Rien n’est demandé pour l’instant");
    }
}

public sealed class ContributionOnSqlite(SqliteSpace space) : ContributionTests(space), IClassFixture<SqliteSpace>;

public sealed class ContributionOnPostgres(PostgresSpace space) : ContributionTests(space), IClassFixture<PostgresSpace>;
