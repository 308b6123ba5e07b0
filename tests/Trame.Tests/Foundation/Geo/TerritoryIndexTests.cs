using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

public sealed class TerritoryIndexTests
{
    private static TerritorySite Square(string code, double west) => new(code, new(west + 0.5, 46.5), GeoFactory.Wgs84.ToGeometry(new Envelope(west, west + 1, 46, 47)));

    [Fact]
    public void A_contour_wins_over_a_nearer_centroid()
    {
        var index = new TerritoryIndex([Square("03001", 3), new("03002", new(3.95, 46.5))]);
        index.Find(new(3.94, 46.5)).ShouldBe(new LocatedTerritory("03001", false, 0));
    }

    [Fact]
    public void On_a_shared_border_the_smallest_code_wins_whatever_the_order()
    {
        foreach (var sites in new[] { new[] { Square("b", 3), Square("a", 4) }, [Square("a", 4), Square("b", 3)] })
            new TerritoryIndex(sites).Find(new(4, 46.5))!.Code.ShouldBe("a");
    }

    [Fact]
    public void Outside_all_contours_the_nearest_centroid_is_approximate_and_has_a_limit()
    {
        var index = new TerritoryIndex([Square("a", 3)]);
        var found = index.Find(new(4.1, 46.5), withinMetres: 60_000)!;
        (found.Code, found.IsApproximate).ShouldBe(("a", true));
        found.DistanceMetres.ShouldBe(45_925, 50); // 0.6° at 46.5° north
        index.Find(new(4.1, 46.5)).ShouldBeNull();
        new TerritoryIndex([]).Find(new(3, 46)).ShouldBeNull();
    }

    [Fact]
    public void The_nearest_centroid_is_that_of_a_full_search_even_across_the_antimeridian()
    {
        var points = Gen.Choose(-1800, 1800).SelectMany(x => Gen.Choose(-900, 900), (x, y) => new GeoPoint(x / 10.0, y / 10.0));
        Prop.ForAll(points.NonEmptyListOf().ToArbitrary(), points.ToArbitrary(), (centroids, from) =>
        {
            var found = new TerritoryIndex(centroids.Select((p, i) => new TerritorySite($"{i}", p))).Find(from, withinMetres: 30_000_000)!;
            return Math.Abs(found.DistanceMetres - centroids.Min(c => GeoDistance.Metres(from, c))) < 1e-6;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }
}
