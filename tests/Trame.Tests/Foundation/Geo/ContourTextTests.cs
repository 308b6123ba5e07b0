using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

public sealed class ContourTextTests
{
    [Fact]
    public void The_example_of_the_format_is_written_as_published()
    {
        // Google, Encoded Polyline Algorithm Format: (38.5, -120.2), (40.7, -120.95), (43.252, -126.453).
        var triangle = new WKTReader().Read("POLYGON ((-120.2 38.5, -120.95 40.7, -126.453 43.252, -120.2 38.5))");
        ContourText.Encode(triangle).ShouldBe("_p~iF~ps|U_ulLnnqC_mqNvxq`@");
    }

    [Fact]
    public void Holes_islands_and_emptiness_come_back()
    {
        foreach (var wkt in new[]
        {
            "POLYGON ((3 46, 4 46, 4 47, 3 47, 3 46), (3.1 46.1, 3.1 46.2, 3.2 46.2, 3.1 46.1))",
            "MULTIPOLYGON (((3 46, 4 46, 4 47, 3 46)), ((-5 46, -4 46, -4 47, -5 46), (-4.2 46.3, -4.3 46.3, -4.2 46.4, -4.2 46.3)))",
            "POLYGON EMPTY",
        })
        {
            var contour = new WKTReader().Read(wkt);
            var back = ContourText.Decode(ContourText.Encode(contour));
            (contour.IsEmpty ? back.IsEmpty : back.EqualsTopologically(contour)).ShouldBeTrue(wkt);
            back.NumGeometries.ShouldBe(contour.NumGeometries);
        }
    }

    [Fact]
    public void Every_point_comes_back_within_a_hundred_thousandth_of_a_degree()
    {
        var stars = from x in Gen.Choose(-179_000_000, 178_000_000) from y in Gen.Choose(-88_000_000, 88_000_000)
                    from radii in Gen.Choose(100_000, 900_000).ArrayOf(17)
                    select Star(x / 1e6, y / 1e6, radii);
        Prop.ForAll(stars.ToArbitrary(), star =>
        {
            var back = ContourText.Decode(ContourText.Encode(star));
            return NetTopologySuite.Algorithm.Distance.DiscreteHausdorffDistance.Distance(back, star) < 1e-5 && back.IsValid;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void What_is_not_an_encoded_contour_is_refused() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        try
        {
            return ContourText.Decode(text.Get).IsValid;
        }
        catch (FormatException)
        {
            return true;
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static Polygon Star(double x, double y, int[] radii)
    {
        var points = radii.Select((r, i) => new Coordinate(x + r / 1e6 * Math.Cos(i * Math.Tau / radii.Length), y + r / 1e6 * Math.Sin(i * Math.Tau / radii.Length))).ToList();
        return GeoFactory.Wgs84.CreatePolygon([.. points, points[0].Copy()]);
    }
}
