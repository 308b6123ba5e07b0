using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Registers.Places;

namespace Trame.Tests.Registers.Exports;

/// <summary>What we publish, given back to us on the page of imports: read, reviewed, applied, and nothing of the register moves.</summary>
public abstract class RoundTripTests(TestSpace space)
{
    [Theory]
    [InlineData("csv", "registre.csv", 8)]
    [InlineData("xlsx", "registre.xlsx", 8)]
    [InlineData("geojson", "registre.geojson", 8)]
    [InlineData("data-inclusion-structures", "structures.json", 6)]
    [InlineData("data-inclusion-services", "services.json", 3)]
    [InlineData("lieux-de-mediation-numerique", "mediation.csv", 1)]
    [InlineData("hsds", "hsds.json", 8)]
    public async Task Our_own_file_changes_nothing(string format, string name, int rows)
    {
        await AwkwardRegister.Fill(space);
        var before = await Places();
        var browser = await space.BrowseAs(Role.Coordinator);
        var file = await browser.Http.GetByteArrayAsync($"/donnees/formats/{format}/fichier", TestContext.Current.CancellationToken);
        var columns = await (await Give(browser, name, file)).Follow();
        columns.Status.ShouldBe(HttpStatusCode.OK, columns.Words);
        var review = await (await columns.Send(("Source", "notre propre fichier"))).Follow();
        (Figure(review, "Nouveaux"), Figure(review, "Changés"), Figure(review, "Refusés"), Figure(review, "Inchangés")).ShouldBe((0, 0, 0, rows), review.Words);
        (await (await review.SendTo("handler=Apply")).Follow()).Words.ShouldContain("Entré dans le registre");
        (await Places()).ShouldBe(before);
    }

    [Fact]
    public async Task What_somebody_changed_in_our_file_is_heard_and_nothing_else()
    {
        await AwkwardRegister.Fill(space);
        var browser = await space.BrowseAs(Role.Coordinator);
        var csv = await browser.Http.GetStringAsync("/donnees/formats/lieux-de-mediation-numerique/fichier", TestContext.Current.CancellationToken);
        var columns = await (await Give(browser, "corrige.csv", System.Text.Encoding.UTF8.GetBytes(csv.Replace("lire@exemple.fr", "bonjour@exemple.fr", StringComparison.Ordinal)))).Follow();
        var review = await (await columns.Send(("Source", "le conseiller numérique"))).Follow();
        Figure(review, "Changés").ShouldBe(1);
        await review.SendTo("handler=Apply");
        var library = await space.Read(db => db.Set<Place>().SingleAsync(p => p.Name.StartsWith("Médiathèque")));
        library.Sources.Where(s => s.Source == "le conseiller numérique").ShouldHaveSingleItem().Value.ShouldBe("bonjour@exemple.fr");
        library.Codes.ShouldNotContainKey("siret", "the number of who carries it is not the number of the place");
    }

    private Task<List<string>> Places() => space.Read(async db => (await db.Set<Place>().AsNoTracking().OrderBy(p => p.Id).ToListAsync())
        .ConvertAll(p => $"{p.Version} {p.Name} {string.Join(' ', p.Codes)} {string.Join('|', p.Sources)} {string.Join('|', OccasionField.For(OccasionKind.Place).Select(f => f.Read(p)))} {EnumWords.Write(p.Status)}"));

    private static async Task<Answer> Give(Browser browser, string name, byte[] content)
    {
        var page = await browser.Open("/donnees/importer");
        using var form = new MultipartFormDataContent { { new StringContent(page.ValueOf("jeton")), "jeton" } };
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse("application/octet-stream");
        form.Add(file, "Given", name);
        return await Answer.Of(browser, "/donnees/importer", await browser.Http.PostAsync("/donnees/importer", form, TestContext.Current.CancellationToken));
    }

    private static int Figure(Answer page, string label) => page.Document.QuerySelectorAll(".key-figure").Where(f => f.QuerySelector(".key-figure__label")?.TextContent.Trim() == label)
        .Select(f => int.Parse(f.QuerySelector(".key-figure__value")!.TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture)).SingleOrDefault(-1);
}

public sealed class RoundTripOnSqlite(SqliteSpace space) : RoundTripTests(space), IClassFixture<SqliteSpace>;
public sealed class RoundTripOnPostgres(PostgresSpace space) : RoundTripTests(space), IClassFixture<PostgresSpace>;
