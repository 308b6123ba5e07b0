using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Trame.Foundation.Facts;
using Trame.Registers.Places;
using Trame.Tests.Registers.Exports;

namespace Trame.Tests.Observe.Api;

/// <summary>What a program reads: through HTTP, as any program would.</summary>
public abstract class ReadApiTests(TestSpace space)
{
    [Fact]
    public async Task The_description_names_every_address_and_says_what_it_does()
    {
        using var json = await Json("/api/v1/openapi.json");
        json.RootElement.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        var paths = json.RootElement.GetProperty("paths").EnumerateObject().ToList();
        paths.Select(p => p.Name).ShouldBe(["/api/v1/occasions", "/api/v1/places", "/api/v1/moments", "/api/v1/occasions/{id}", "/api/v1/organisations", "/api/v1/territories", "/api/v1/facts", "/api/v1/sources", "/api/v1/proposals", "/api/v1/proposals/{code}"], ignoreOrder: true);
        foreach (var operation in paths.SelectMany(p => p.Value.EnumerateObject()))
        {
            operation.Value.GetProperty("operationId").GetString().ShouldNotBeNullOrEmpty();
            operation.Value.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
        }

        var words = paths.Single(p => p.Name == "/api/v1/occasions").Value.GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ToList();
        words.ShouldContain("commune");
        words.ShouldContain("apres");
    }

    [Fact]
    public async Task A_list_is_followed_to_its_end_by_its_links_and_no_record_comes_twice()
    {
        await AwkwardRegister.Fill(space);
        var (seen, next) = (new List<string>(), (string?)"/api/v1/occasions?taille=3");
        while (next is not null)
        {
            var answer = await space.Browse().Http.GetAsync(next, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            seen.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            next = page.RootElement.GetProperty("next").GetString();
            if (next is not null) answer.Headers.GetValues("Link").Single().ShouldContain($"<{next}>; rel=\"next\"");
        }

        seen.Count.ShouldBe(seen.Distinct().Count());
        using var all = await Json("/api/v1/occasions?taille=100");
        seen.Count.ShouldBe(all.RootElement.GetProperty("total").GetInt32());
        all.RootElement.GetRawText().ShouldNotContain(AwkwardRegister.Proposed);
    }

    [Fact]
    public async Task The_words_of_the_page_are_the_words_of_the_interface()
    {
        await AwkwardRegister.Fill(space);
        using var found = await Json("/api/v1/places?q=imprimer&gratuit=oui&commune=yzeure");
        found.RootElement.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("name").GetString()!.ShouldStartWith("Médiathèque");
    }

    [Fact]
    public async Task One_record_says_who_says_what_of_each_field()
    {
        await AwkwardRegister.Fill(space);
        using var list = await Json("/api/v1/places?q=imprimer");
        var id = list.RootElement.GetProperty("items")[0].GetProperty("id").GetString();
        using var one = await Json($"/api/v1/occasions/{id}");
        var phones = one.RootElement.GetProperty("said").EnumerateArray().Where(s => s.GetProperty("field").GetString() == "phone").Select(s => (s.GetProperty("source").GetString(), s.GetProperty("value").GetString(), s.GetProperty("shown").GetBoolean())).ToList();
        phones.ShouldBe([("mairie", "04 70 00 00 01", true), ("un autre annuaire", "04 70 99 99 99", false)]);
    }

    [Fact]
    public async Task What_somebody_has_already_is_not_sent_again()
    {
        await AwkwardRegister.Fill(space);
        foreach (var path in (string[])["/api/v1/occasions", "/api/v1/organisations", "/api/v1/territories", "/api/v1/facts", "/api/v1/sources", "/donnees/formats/geojson/fichier"])
        {
            var http = space.Browse().Http;
            var first = await http.GetAsync(path, TestContext.Current.CancellationToken);
            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull(path));
            (await http.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified, path);
        }
    }

    [Theory]
    [InlineData("/api/v1/occasions?km=rien&taille=0", 400)]
    [InlineData("/api/v1/occasions?apres=n-importe-quoi", 400)]
    [InlineData("/api/v1/organisations?taille=1000", 400)]
    [InlineData("/api/v1/facts?fait=secret.held", 400)]
    [InlineData("/api/v1/territories?apres=x", 400)]
    [InlineData("/api/v1/nulle-part", 404)]
    [InlineData("/api/v1/occasions/0199a000-0000-7000-8000-000000000000", 404)]
    public async Task What_is_wrong_is_said_in_the_language_that_is_asked(string path, int status)
    {
        foreach (var (language, word) in ((string, string)[])[("fr", status == 404 ? "Rien à cette adresse" : "Demande incomprise"), ("en-GB", status == 404 ? "Nothing at this address" : "Request not understood")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
            var answer = await space.Browse().Http.SendAsync(request, TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).ShouldBe(status);
            answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            problem.RootElement.GetProperty("title").GetString().ShouldBe(word);
            problem.RootElement.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
            problem.RootElement.GetRawText().ShouldNotContain("\"[", Case.Sensitive, "a sentence without its text");
        }
    }

    [Fact]
    public async Task Facts_say_neither_who_nor_how_many_and_only_what_is_public()
    {
        var place = new Place("Salle des faits", "salle-des-faits", space.CommuneId, "essai", NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0));
        await space.Act(async db =>
        {
            db.Add(place);
            db.Add(new Fact(new FactKind("occasion.verified"), space.CommuneId, Channel.Online, db.Now) { PlaceId = place.Id, Count = 14, Marginals = [new("age", "60+", 3)] });
            db.Add(new Fact(new FactKind("need.registered"), space.CommuneId, Channel.Online, db.Now) { Count = 1 });
            (await db.Save(default)).ThrowIfRefused();
        });
        using var facts = await Json("/api/v1/facts?taille=100");
        var ours = facts.RootElement.GetProperty("items").EnumerateArray().Where(f => f.GetProperty("placeId").GetString() == $"{place.Id}").ShouldHaveSingleItem();
        ours.EnumerateObject().Select(p => p.Name).ShouldNotContain("count");
        ours.EnumerateObject().Select(p => p.Name).ShouldNotContain("marginals");
        facts.RootElement.GetRawText().ShouldNotContain("need.registered");
    }

    [Fact]
    public async Task The_page_shows_examples_that_answer()
    {
        await AwkwardRegister.Fill(space);
        var page = await space.Browse().Open("/donnees/api");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var links = page.Document.QuerySelectorAll("section[aria-labelledby=essayer] a").Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBeGreaterThan(6);
        foreach (var link in links) (await space.Browse().Http.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK, link);
        page.Words.ShouldContain("curl -X POST");
    }

    private async Task<JsonDocument> Json(string path)
    {
        var answer = await space.Browse().Http.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {text}");
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBe(!path.EndsWith("openapi.json", StringComparison.Ordinal));
        return JsonDocument.Parse(text);
    }
}

public sealed class ReadApiOnSqlite(SqliteSpace space) : ReadApiTests(space), IClassFixture<SqliteSpace>;
public sealed class ReadApiOnPostgres(PostgresSpace space) : ReadApiTests(space), IClassFixture<PostgresSpace>;
