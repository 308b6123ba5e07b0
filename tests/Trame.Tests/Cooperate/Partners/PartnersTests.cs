using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trame.Cooperate.Partners;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Registers.Places;

namespace Trame.Tests.Cooperate.Partners;

/// <summary>A partner's program speaks: with a token made on a page, within what it allows, until it is revoked.</summary>
public abstract class PartnersTests(TestSpace space)
{
    [Fact]
    public async Task Only_a_coordinator_makes_a_token_and_it_is_shown_once()
    {
        (await space.Browse().Open("/reglages/partenaires")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await space.BrowseAs(Role.CounterAgent)).Open("/reglages/partenaires")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var browser = await space.BrowseAs(Role.Coordinator);
        var page = await browser.Open("/reglages/partenaires");
        (await page.SendTo("handler=Token", ("Partner", " "))).RefusalOf("Partner").ShouldContain("partenaire");
        var token = await Token(browser, "Département d’essai", "propose");
        token.ShouldStartWith("trame_");
        (await browser.Open("/reglages/partenaires")).Text.ShouldNotContain(token);
        (await space.Read(db => db.Set<PartnerToken>().AnyAsync(t => t.Hash == token))).ShouldBeFalse("only a hash is kept");
        (await browser.Open("/reglages/journal")).Words.ShouldContain("a fait un jeton de partenaire");
    }

    [Fact]
    public async Task A_proposal_waits_for_a_review_under_the_name_of_the_partner()
    {
        var token = await Token(await space.BrowseAs(Role.Coordinator), "Annuaire du département", "propose");
        var place = await Place("Salle à corriger");
        var (status, said, where) = await Say(token, new { occasionId = place.Id, values = new { phone = "04 70 11 22 33" } });
        (status, said.GetProperty("status").GetString()).ShouldBe((HttpStatusCode.Accepted, "waiting"));
        var proposal = await space.Read(db => db.Set<Proposal>().SingleAsync(p => p.OccasionId == place.Id));
        (proposal.Source, proposal.Values["phone"]).ShouldBe(("Annuaire du département", "04 70 11 22 33"));
        (await space.Read(db => db.Set<Place>().SingleAsync(p => p.Id == place.Id))).Phone.ShouldBeEmpty("nobody has reviewed it yet");
        using var follow = Request(HttpMethod.Get, where!, token);
        (await space.Browse().Http.SendAsync(follow, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var other = await Token(await space.BrowseAs(Role.Coordinator), "Un autre partenaire", "propose");
        using var peek = Request(HttpMethod.Get, where!, other);
        (await space.Browse().Http.SendAsync(peek, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "what another partner proposed is not theirs to read");
    }

    [Fact]
    public async Task A_token_that_writes_is_heard_at_once_and_never_over_a_newer_version()
    {
        var token = await Token(await space.BrowseAs(Role.Coordinator), "Office du tourisme", "write");
        var (created, answer, _) = await Say(token, new { kind = "place", values = new { name = "Kiosque à musique", territory = "Yzeure", phone = "04 70 11 22 33" } });
        created.ShouldBe(HttpStatusCode.Created, answer.ToString());
        var id = answer.GetProperty("occasionId").GetGuid();
        var place = await space.Read(db => db.Set<Place>().SingleAsync(p => p.Id == id));
        (place.Status, place.ShownSource(OccasionField.Named("phone"))).ShouldBe((OccasionStatus.Open, "Office du tourisme"));
        (await Say(token, new { occasionId = id, values = new { phone = "04 70 44 55 66" } })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "without the version nobody knows what it read");
        (await Say(token, new { occasionId = id, version = place.Version, values = new { phone = "04 70 44 55 66" } })).Status.ShouldBe(HttpStatusCode.OK);
        (await Say(token, new { occasionId = id, version = place.Version, values = new { phone = "04 70 77 88 99" } })).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_is_wrong_is_said_field_by_field_and_nothing_is_written()
    {
        var token = await Token(await space.BrowseAs(Role.Coordinator), "Partenaire brouillon", "write");
        var (status, problem, _) = await Say(token, new { kind = "place", values = new { name = "Lieu brouillon", territory = "Yzeure", phone = "appelez", nulle = "part" } });
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldContain("phone");
        (await Say(token, new { kind = "chose", values = new { name = "x" } })).Problem.GetProperty("errors").GetProperty("kind")[0].GetString()!.ShouldContain("place");
        var personal = new { kind = "place", values = new { name = "Lieu brouillon", territory = "Yzeure", description = "Demander Camille, en dépression" } };
        (await Say(token, personal)).Problem.GetProperty("errors").GetProperty("description")[0].GetString()!.ShouldContain("dépression");
        (await space.Read(db => db.Set<Place>().AnyAsync(p => p.Name == "Lieu brouillon"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_live_token_nothing_is_heard()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var token = await Token(browser, "Partenaire d’un jour", "propose");
        (await Say(null, new { kind = "place" })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await Say("trame_invente", new { kind = "place" })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var id = await space.Read(db => db.Set<PartnerToken>().Where(t => t.Partner == "Partenaire d’un jour").Select(t => t.Id).SingleAsync());
        await (await browser.Open("/reglages/partenaires")).SendTo("handler=Revoke", ("id", $"{id}"));
        (await Say(token, new { kind = "place", values = new { name = "Trop tard", territory = "Yzeure" } })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.Open("/reglages/journal")).Words.ShouldContain("a retiré un jeton de partenaire");
    }

    [Fact]
    public async Task The_same_key_is_heard_once_and_serves_for_nothing_else()
    {
        var token = await Token(await space.BrowseAs(Role.Coordinator), "Partenaire au réseau fragile", "write");
        var (name, key) = ($"Kiosque {Guid.CreateVersion7():N}", $"{Guid.CreateVersion7()}");
        var said = new { kind = "place", values = new { name, territory = "Yzeure" } };
        var first = await Say(token, said, key: key);
        var second = await Say(token, said, key: key);
        (first.Status, second.Status).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Created));
        second.Problem.GetProperty("occasionId").GetGuid().ShouldBe(first.Problem.GetProperty("occasionId").GetGuid());
        (await space.Read(db => db.Set<Place>().CountAsync(p => p.Name == name))).ShouldBe(1);
        (await Say(token, new { kind = "place", values = new { name = "Autre chose", territory = "Yzeure" } }, key: key)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var wrong = $"{Guid.CreateVersion7()}";
        (await Say(token, new { kind = "place", values = new { name, territory = "Atlantide" } }, key: wrong)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await space.Read(db => db.Set<PartnerAnswer>().AnyAsync(a => a.Key == wrong))).ShouldBeFalse("what is refused keeps no key: it can be put right and sent again");
    }

    [Fact]
    public async Task An_organisation_is_said_by_a_token_that_writes()
    {
        var browser = await space.BrowseAs(Role.Coordinator);
        var (writes, proposes) = (await Token(browser, "Préfecture d’essai", "write"), await Token(browser, "Préfecture qui propose", "propose"));
        var name = $"Les amis du lavoir {Guid.CreateVersion7():N}";
        var said = new { kind = "association", name, territory = "Yzeure", phone = "04 70 10 20 30" };
        (await Say(proposes, said, "/api/v1/organisations")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var made = await Say(writes, said, "/api/v1/organisations");
        made.Status.ShouldBe(HttpStatusCode.Created, made.Problem.ToString());
        var (id, version) = (made.Problem.GetProperty("organisationId").GetGuid(), made.Problem.GetProperty("version").GetInt32());
        var kept = await space.Read(db => db.Set<Trame.Registers.Organisations.Organisation>().SingleAsync(o => o.Id == id));
        (kept.Name, kept.Phone, kept.Source).ShouldBe((name, "04 70 10 20 30", "Préfecture d’essai"));
        (await Say(writes, said, "/api/v1/organisations")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "one that looks the same is there");
        var moved = new { organisationId = id, version, kind = "association", name, territory = "Yzeure", phone = "04 70 99 99 99" };
        (await Say(writes, moved, "/api/v1/organisations")).Status.ShouldBe(HttpStatusCode.OK);
        (await Say(writes, moved, "/api/v1/organisations")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Say(writes, new { organisationId = id, name }, "/api/v1/organisations")).Problem.GetProperty("errors").GetProperty("version")[0].GetString().ShouldNotBeNullOrEmpty();
    }

    private async Task<Place> Place(string name) => await space.Read(async db =>
    {
        var place = new Place(name, Trame.Foundation.Text.Slug.From(name), space.CommuneId, "essai", db.Now);
        db.Add(place);
        (await db.Save(default)).ThrowIfRefused();
        return place;
    });

    private static async Task<string> Token(Browser browser, string partner, string scope)
    {
        var made = await (await browser.Open("/reglages/partenaires")).SendTo("handler=Token", ("Partner", partner), ("Scope", scope));
        made.Status.ShouldBe(HttpStatusCode.OK, made.Words);
        made.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        made.ValueOf("Partner").ShouldBeEmpty();
        return made.Document.QuerySelector("#secret")!.TextContent;
    }

    private async Task<(HttpStatusCode Status, JsonElement Problem, string? Where)> Say(string? token, object said, string path = "/api/v1/proposals", string? key = null)
    {
        using var request = Request(HttpMethod.Post, path, token);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        request.Content = JsonContent.Create(said);
        var answer = await space.Browse().Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonDocument.Parse(text).RootElement, answer.Headers.Location?.ToString());
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? token)
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}

public sealed class PartnersOnSqlite(SqliteSpace space) : PartnersTests(space), IClassFixture<SqliteSpace>;
public sealed class PartnersOnPostgres(PostgresSpace space) : PartnersTests(space), IClassFixture<PostgresSpace>;
