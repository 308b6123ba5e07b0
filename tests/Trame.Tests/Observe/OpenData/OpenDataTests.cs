using System.Net;
using System.Text.Json;
using NodaTime;
using Trame.Registers.Exports;
using Trame.Registers.Places;
using Trame.Tests.Registers.Exports;

namespace Trame.Tests.Observe.OpenData;

public abstract class OpenDataTests(TestSpace space)
{
    [Fact] public async Task Every_file_that_is_listed_can_be_downloaded()
    {
        var page = await space.Browse().Open("/donnees");
        page.Status.ShouldBe(HttpStatusCode.OK);
        var links = page.Document.QuerySelectorAll("section[aria-labelledby=fichiers] a").Select(a => a.GetAttribute("href")!).ToList();
        links.ShouldContain("/observatoire/reperes.csv");
        foreach (var link in links)
        {
            var file = await space.Browse().Http.GetAsync(link, TestContext.Current.CancellationToken);
            file.StatusCode.ShouldBe(HttpStatusCode.OK, link);
            file.Content.Headers.ContentType?.MediaType.ShouldNotBe("text/html", link);
        }
    }

    [Fact] public async Task Each_format_has_its_button_its_page_and_its_file()
    {
        await AwkwardRegister.Fill(space);
        var page = await space.Browse().Open("/donnees");
        foreach (var format in OpenFormats.All)
        {
            page.Document.QuerySelector($"a.button[href='/donnees/formats/{format.Key}/fichier']").ShouldNotBeNull(format.Key);
            var about = await space.Browse().Open($"/donnees/formats/{format.Key}");
            about.Status.ShouldBe(HttpStatusCode.OK);
            about.Words.ShouldNotContain("[");
            var file = await space.Browse().Http.GetAsync($"/donnees/formats/{format.Key}/fichier", TestContext.Current.CancellationToken);
            file.StatusCode.ShouldBe(HttpStatusCode.OK);
            file.Content.Headers.ContentType!.ToString().ShouldBe(format.MediaType);
            file.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe($"2026-11-20_trame-essai_{format.Key}{format.Extension}");
            (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(100);
        }

        (await space.Browse().Open("/donnees/formats/lieux-de-mediation-numerique")).Words.ShouldContain("1 lieu sans SIRET ni RNA, que le schéma exige");
        (await space.Browse().Open("/donnees/formats/nulle-part")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await space.Browse().Http.GetAsync("/donnees/formats/nulle-part/fichier", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await space.Browse().Http.GetStringAsync("/donnees/dictionnaire.csv", TestContext.Current.CancellationToken)).ShouldContain("postal-code;Code postal");
    }

    [Fact] public async Task A_place_tells_search_engines_what_schema_org_has_words_for()
    {
        await AwkwardRegister.Fill(space);
        var page = await space.Browse().Open("/lieux/mediatheque-l-encre-la-plume");
        using var said = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        // A written-out reading of schema.org 29: properties of Place that we use, and their types.
        string[] known = ["@context", "@type", "@id", "name", "url", "description", "sameAs", "address", "geo", "telephone", "amenityFeature", "identifier", "openingHoursSpecification", "maximumAttendeeCapacity", "isAccessibleForFree"];
        said.RootElement.EnumerateObject().Select(p => p.Name).Except(known).ShouldBeEmpty();
        said.RootElement.GetProperty("@type").GetString().ShouldBe("Place");
        var hours = said.RootElement.GetProperty("openingHoursSpecification").EnumerateArray().ToList();
        hours.Count.ShouldBe(3);
        (hours[0].GetProperty("opens").GetString(), hours[0].GetProperty("dayOfWeek")[0].GetString()).ShouldBe(("09:00", "https://schema.org/Monday"));
        var moment = await space.Browse().Open("/moments/cafe-des-langues");
        using var party = JsonDocument.Parse(moment.Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        party.RootElement.GetProperty("@type").GetString().ShouldBe("Event");
        foreach (var required in (string[])["name", "startDate", "location"]) party.RootElement.TryGetProperty(required, out _).ShouldBeTrue(required);
    }

    [Fact] public async Task Sources_are_weighed_and_a_disagreement_counts_for_both()
    {
        await AwkwardRegister.Fill(space);
        var page = await space.Browse().Open("/donnees/sources");
        page.Status.ShouldBe(HttpStatusCode.OK);
        List<string> Cells(string table, string row) => [.. page.Document.QuerySelectorAll($"section[aria-labelledby={table}] tbody tr").Single(r => r.QuerySelector("th")!.TextContent == row).QuerySelectorAll("td").Select(c => c.TextContent.Trim())];
        Cells("par-source", "mairie")[3].ShouldBe("1");
        Cells("par-source", "un autre annuaire").Take(4).ShouldBe(["0", "—", "—", "1"]);
        Cells("par-champ", "Téléphone")[2].ShouldBe("1");
    }

    [Fact] public async Task The_register_says_which_source_gave_how_many_records()
    {
        await space.Act(async db =>
        {
            for (var n = 0; n < 3; n++) db.Add(new Place($"Lieu ouvert {n}", $"lieu-ouvert-{n}", space.CommuneId, "Base d’essai", Instant.FromUtc(2026, 3, 5, 12, 0)));
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        var page = await space.Browse().Open("/donnees");
        var row = page.Document.QuerySelectorAll("section[aria-labelledby=sources] tbody tr").Single(r => r.TextContent.Contains("Base d’essai"));
        row.TextContent.ShouldContain("3");
        row.TextContent.ShouldContain("5 mars 2026");
    }
}

public sealed class OpenDataOnSqlite(SqliteSpace space) : OpenDataTests(space), IClassFixture<SqliteSpace>;
public sealed class OpenDataOnPostgres(PostgresSpace space) : OpenDataTests(space), IClassFixture<PostgresSpace>;
