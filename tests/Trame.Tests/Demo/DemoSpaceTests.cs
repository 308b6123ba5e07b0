using Microsoft.Extensions.DependencyInjection;
using Trame.Demo;
using Trame.Foundation.Geo;
using Trame.Registers.Territories;

namespace Trame.Tests.Demo;

/// <summary>The demonstration as a visitor sees it.</summary>
public sealed class DemoSpaceTests(SqliteSpace space) : IClassFixture<SqliteSpace>
{
    [Fact] public async Task The_poster_of_an_invented_bus_says_that_it_is_invented_and_where_it_stops()
    {
        var made = await space.In(services => services.GetRequiredService<CreateDemo>().Handle(CreateDemo.Usual with { Slug = "petite", Size = new DemoSize(Occasions: 40, Facts: 200) }, null, default));
        made.Refusals.ShouldBeEmpty();
        foreach (var format in (string[])["a4", "a5"])
        {
            var poster = (await space.Browse().Open($"/e/petite/lieux/bus-des-services-du-bocage/affiche?format={format}")).Document.QuerySelector("article.poster")!;
            poster.TextContent.ShouldContain("Démonstration");
            poster.QuerySelectorAll("tbody tr").Length.ShouldBe(11);
            poster.TextContent.ShouldNotContain("Moulins");
        }

        (await space.Browse().Open("/e/petite/occasions?commune=chapeau")).Document.QuerySelectorAll("article.card h2").Select(h => h.TextContent.Trim()).ShouldContain("Bus des services du Bocage");
        (await space.Browse().Open("/e/petite/")).Document.QuerySelector("#loin")!.TextContent.ShouldNotContain("Chapeau");
        (await space.Browse().Open("/e/petite/lieux/mediatheque-communautaire")).Words.ShouldContain("contours approximatifs");
        var rows = (await space.Browse().Open("/e/petite/")).Document.QuerySelectorAll("#carte tbody th").Select(r => Trame.Foundation.Text.Slug.From(r.TextContent.Trim())).ToList();
        rows.Count.ShouldBe(44);
        rows.ShouldBe(rows.Order(StringComparer.Ordinal));
        (await space.Browse().Open("/e/petite/occasions?vue=carte")).Document.QuerySelectorAll("svg.map .map__name").Length.ShouldBeGreaterThan(20);
    }
}

public sealed class DemoGroundTests
{
    [Fact] public void Everything_stands_in_its_own_commune_and_nearer_to_its_centre_than_to_any_other()
    {
        var centres = CommuneCentroids.Shipped();
        DemoCommune[] communes = [.. centres.OrderBy(c => c.Key, StringComparer.Ordinal).Select((c, i) => new DemoCommune(Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(i)), c.Key, c.Key, i % 4 == 0 ? 300 : 4_000, c.Value.Latitude, c.Value.Longitude))];
        var register = new DemoRegister(DemoStory.Read(), communes, new DemoSize(Occasions: 600), NodaTime.Instant.FromUtc(2026, 11, 20, 8, 0));
        register.MakeOrganisations();
        var cells = ApproximateCells.Fill([.. communes.Select(c => new TerritorySite(c.Insee, new GeoPoint(c.Longitude!.Value, c.Latitude!.Value), null))]).ToDictionary(c => c.Code, c => c.Shape);
        foreach (var (occasion, _) in register.Occasions())
        {
            var at = new GeoPoint(occasion.Longitude!.Value, occasion.Latitude!.Value);
            var mine = communes.Single(c => c.Id == occasion.TerritoryId);
            var nearest = communes.OrderBy(c => Metres(c, at)).Take(2).ToList();
            nearest[0].Id.ShouldBe(mine.Id, occasion.Name);
            Metres(mine, at).ShouldBeLessThan(0.75 * Metres(nearest[1], at), occasion.Name);
            cells[mine.Insee].Contains(new NetTopologySuite.Geometries.Point(at.Longitude, at.Latitude)).ShouldBeTrue(occasion.Name);
        }
    }

    private static double Metres(DemoCommune commune, GeoPoint at) => GeoDistance.Metres(new GeoPoint(commune.Longitude!.Value, commune.Latitude!.Value), at);
}
