using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Data;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;

namespace Trame.Tests.Registers.Occasions;

public abstract class OccasionStopsTests(TestSpace space)
{
    [Fact] public async Task A_bus_is_found_in_each_commune_where_it_stops_and_counted_once()
    {
        await HasCommune("Chapeau", "03054", 46.6);
        await HasCommune("Neure", "03198", 46.75);
        await HasCommune("Loin-Là-Bas", "03999", 47.2);
        var before = await Open();
        var bus = await HasBus("Bus du Bocage", "Place du marché, Chapeau ; Tu 14:00-16:30\nNeure (mairie) ; week 01-53/2 We 09:30-12:00");
        foreach (var commune in (string[])["chapeau", "neure"])
        {
            (await space.Browse().Open($"/occasions?commune={commune}")).Document.QuerySelectorAll("article.card h2").Select(h => h.TextContent.Trim()).ShouldBe(["Bus du Bocage"], commune);
            (await space.Browse().Open($"/territoires/{commune}")).Words.ShouldContain("Bus du Bocage");
            (await space.Browse().Open($"/occasions.csv?commune={commune}")).Text.ShouldContain("Bus du Bocage");
        }

        (await space.Browse().Open("/occasions?commune=loin-la-bas")).Words.ShouldNotContain("Bus du Bocage");
        (await Open()).ShouldBe(before + 1);
        var far = (await space.Browse().Open("/")).Document.QuerySelector("#loin")!.TextContent;
        far.ShouldNotContain("Chapeau");
        far.ShouldNotContain("Neure");
        far.ShouldContain("Loin-Là-Bas");

        (await space.Describe(bus.Id, bus.Version, "Mairie", ("stops", StopLines("Mairie de Neure, Neure ; We 09:30-12:00")))).Accepted.ShouldBeTrue();
        (await space.Browse().Open("/occasions?commune=chapeau")).Document.QuerySelectorAll("article.card").ShouldBeEmpty();
        await space.Act(db => db.Set<OccasionStop>().ExecuteDeleteAsync());
        await space.In(async services => await services.GetRequiredService<OccasionStops>().RebuildAll(services.GetRequiredService<TrameDb>(), default));
        (await space.Read(db => db.Set<OccasionStop>().CountAsync(s => s.OccasionId == bus.Id))).ShouldBe(1);
    }

    [Fact] public async Task The_card_the_page_and_the_poster_say_where_it_stops_and_when()
    {
        await HasCommune("Marigny", "03162", 46.65);
        await HasBus("Bus des marchés", "Halle, Marigny ; Tu 14:00-16:30");
        (await space.Browse().Open("/occasions?q=bus+marchés")).Document.QuerySelector("article.card .card__text")!.TextContent.ShouldContain("S’arrête à Marigny");
        foreach (var path in (string[])["/lieux/bus-des-marches", "/lieux/bus-des-marches/affiche"])
        {
            var page = await space.Browse().Open(path);
            page.Words.ShouldNotContain("Yzeure");
            var line = page.Document.QuerySelectorAll("main table tr").Single(r => r.TextContent.Contains("Halle, Marigny", StringComparison.Ordinal));
            line.TextContent.Replace('\u00A0', ' ').ShouldContain("14 h");
            System.Text.RegularExpressions.Regex.Count(page.Words, "La tournée").ShouldBe(1);
        }
    }

    private async Task<int> Open() => int.Parse((await space.Browse().Open("/")).Document.QuerySelector(".key-figure__value")!.TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture);

    private Task<Occasion> HasBus(string name, string lines) => space.HasPlace(name, "Mairie", ("type", "bus"), ("itinerant", "yes"), ("stops", StopLines(lines)));

    private static string StopLines(string lines) => JsonSerializer.Serialize(lines.Split('\n').Select(l => l.Split(" ; ")).Select(p => new { name = p[0], territoryId = (Guid?)null, hours = p[1] }));

    private Task HasCommune(string name, string insee, double latitude) => space.Act(async db =>
    {
        var commune = new Territory(TerritoryKind.Commune, name, Trame.Foundation.Text.Slug.From(name), null);
        commune.AddCode("insee", insee);
        commune.PlaceAt(latitude, 3.3544, "essai");
        db.Add(commune);
        (await db.Save(default)).Accepted.ShouldBeTrue();
    });
}

public sealed class OccasionStopsOnSqlite(SqliteSpace space) : OccasionStopsTests(space), IClassFixture<SqliteSpace>;

public sealed class OccasionStopsOnPostgres(PostgresSpace space) : OccasionStopsTests(space), IClassFixture<PostgresSpace>;

public sealed class StopWhereTests
{
    [Theory]
    [InlineData("Chapeau", "chapeau")]
    [InlineData("Place du marché, Chapeau", "chapeau")]
    [InlineData("Chapeau (mairie)", "chapeau")]
    [InlineData("03340 Chapeau", "chapeau")]
    [InlineData("Chapeau - place", "chapeau")]
    [InlineData("Place du marché à Chapeau", "chapeau")]
    public void A_stop_names_its_commune(string stop, string slug) => StopWhere.Names(stop).ShouldContain(slug);

    [Theory]
    [InlineData("Rue de Moulins, Yzeure", "moulins")]
    [InlineData("", "sans-nom")]
    [InlineData("03340", "03340")]
    public void A_street_with_the_name_of_a_commune_names_none(string stop, string slug) => StopWhere.Names(stop).ShouldNotContain(slug);
}
