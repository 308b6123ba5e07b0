using System.Net;
using Microsoft.EntityFrameworkCore;
using Trame.Registers.Organisations;
using Trame.Registers.People;

namespace Trame.Tests.Registers.Organisations;

public abstract class OrganisationPagesTests(TestSpace space)
{
    [Fact]
    public async Task An_organisation_enters_the_register_is_found_corrected_and_its_history_tells_and_takes_back()
    {
        var browser = await space.BrowseAs(Role.CounterAgent);
        var added = await (await browser.Open("/organisations/ajouter")).Send(("Name", "Régie de quartier Sud"), ("Kind", "association"), ("Territory", "Yzeure (03321)"), ("Siret", "732 829 320 00074"),
            ("Phone", "04 70 00 00 00"), ("Website", "regie.example"), ("Source", "Statuts"));
        added.Location.ShouldBe("/organisations/regie-de-quartier-sud");
        (await space.Browse().Open("/organisations?q=regie+quart&genre=association")).Document.QuerySelector("a[href='/organisations/regie-de-quartier-sud']").ShouldNotBeNull();
        var form = await browser.Open("/organisations/regie-de-quartier-sud/decrire");
        (form.ValueOf("Siret"), form.ValueOf("Website"), form.ValueOf("Territory")).ShouldBe(("73282932000074", "https://regie.example/", "Yzeure (03321)"));
        (await form.Send(("Phone", "04 70 11 11 11"), ("Siret", ""), ("Source", "Appel du 20 novembre"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var kept = await space.Read(db => db.Set<Organisation>().AsNoTracking().FirstAsync(o => o.Slug == "regie-de-quartier-sud"));
        (kept.Phone, kept.Codes.Count).ShouldBe(("04 70 11 11 11", 0));
        var history = await browser.Open("/organisations/regie-de-quartier-sud/historique");
        history.Words.ShouldContain("Appel du 20 novembre");
        (await history.Send(("Only", "phone"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Organisation(kept.Id)).Phone.ShouldBe("04 70 00 00 00");
        (await space.Browse().Open("/organisations/regie-de-quartier-sud/historique")).Document.QuerySelector("main form[method=post]").ShouldBeNull("a visitor reads, and changes nothing");
    }

    [Fact]
    public async Task The_same_name_in_the_same_commune_or_the_same_number_asks_first()
    {
        await space.HasOrganisation("Club de lecture", codes: ("rna", "W033009999"));
        var browser = await space.BrowseAs(Role.Coordinator);
        var twice = await (await browser.Open("/organisations/ajouter")).Send(("Name", "CLUB DE LECTURE"), ("Kind", "association"), ("Territory", "Yzeure"), ("Source", "Affiche"));
        twice.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        twice.Words.ShouldContain("Club de lecture");
        (await (await browser.Open("/organisations/ajouter")).Send(("Name", "Lecteurs réunis"), ("Kind", "association"), ("Territory", "Yzeure"), ("Rna", "w033009999"), ("Source", "Affiche"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await twice.Send(("EvenIfAlike", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_question_and_nothing_is_lost()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var answer = await (await browser.Open("/organisations/ajouter")).Send(("Name", ""), ("Kind", "association"), ("Territory", "Nulle-Part"), ("Siret", "123"), ("Email", "pas une adresse"), ("Source", "Guichet"));
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var field in (string[])["Name", "Territory", "Siret", "Email"]) answer.RefusalOf(field).ShouldNotBeEmpty(field);
        answer.ValueOf("Source").ShouldBe("Guichet");
    }

    [Fact]
    public async Task A_form_opened_before_someone_elses_change_shows_both()
    {
        var body = await space.HasOrganisation("Harmonie municipale", phone: "04 70 00 00 00");
        var (one, two) = (await space.BrowseAs(Role.Coordinator), await space.BrowseAs(Role.CounterAgent));
        var late = await two.Open($"/organisations/{body.Slug}/decrire");
        (await (await one.Open($"/organisations/{body.Slug}/decrire")).Send(("Phone", "04 70 22 22 22"), ("Source", "Site"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var conflict = await late.Send(("Phone", "04 70 33 33 33"), ("Source", "Appel"));
        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Words.ShouldContain("04 70 22 22 22");
        conflict.ValueOf("Phone").ShouldBe("04 70 33 33 33");
        (await conflict.Send()).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Organisation(body.Id)).Phone.ShouldBe("04 70 33 33 33");
    }

    [Fact]
    public async Task It_closes_and_reopens_with_a_reason_that_is_read_again_when_it_speaks_of_someone()
    {
        var body = await space.HasOrganisation("Ciné-club");
        var browser = await space.BrowseAs(Role.Coordinator);
        var page = await browser.Open($"/organisations/{body.Slug}");
        (await page.Send(("Reason", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var warned = await page.Send(("Reason", "La présidente est en dépression, appeler le 06 12 34 56 78"));
        warned.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        warned.Document.QuerySelectorAll("mark").Length.ShouldBe(2);
        (await space.Organisation(body.Id)).ClosedAt.ShouldBeNull();
        (await warned.Send(("Reason", "Plus de projecteur"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Organisation(body.Id)).ClosedAt.ShouldNotBeNull();
        (await (await browser.Open($"/organisations/{body.Slug}")).Send(("Reason", "Un projecteur est arrivé"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Organisation(body.Id)).ClosedAt.ShouldBeNull();
    }
}

public sealed class OrganisationPagesOnSqlite(SqliteSpace space) : OrganisationPagesTests(space), IClassFixture<SqliteSpace>;

public sealed class OrganisationPagesOnPostgres(PostgresSpace space) : OrganisationPagesTests(space), IClassFixture<PostgresSpace>;
