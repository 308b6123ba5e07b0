using FsCheck;
using FsCheck.Fluent;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

public sealed class GeoDistanceTests
{
    private static Gen<GeoPoint> Points => Gen.Choose(-18_000, 18_000).SelectMany(x => Gen.Choose(-9_000, 9_000), (x, y) => new GeoPoint(x / 100.0, y / 100.0));

    [Fact]
    public void Distances_by_hand()
    {
        GeoDistance.Metres(new(3, 46), new(3, 47)).ShouldBe(111_195.08, 0.01);    // πR/180
        GeoDistance.Metres(new(0, 0), new(180, 0)).ShouldBe(20_015_114.4, 0.1);   // πR
        GeoDistance.Metres(new(179.9, 0), new(-179.9, 0)).ShouldBe(22_239.02, 0.01); // across the antimeridian
        GeoDistance.Metres(new(2.3522, 48.8566), new(4.8357, 45.7640)).ShouldBe(391_500, 500); // Paris to Lyon, about 392 km
    }

    [Fact]
    public void Distance_agrees_with_the_angle_between_vectors() => Prop.ForAll(Points.Two().ToArbitrary(), pair =>
        Math.Abs(GeoDistance.Metres(pair.Item1, pair.Item2) - GeoDistance.EarthRadiusMetres * Angle(pair.Item1, pair.Item2)) < 0.01).QuickCheckThrowOnFailure();

    [Fact]
    public void Radii_follow_the_stated_hypotheses()
    {
        TravelRadius.WithinWalk(13).ShouldBe(800, 1e-9);         // 13 × 80 / 1.3
        TravelRadius.WithinDrive(39).ShouldBe(20_000, 1e-9);     // 39 × 40 000/60 / 1.3
        Should.Throw<ArgumentOutOfRangeException>(() => TravelRadius.WithinWalk(double.NaN));
    }

    [Fact]
    public void A_box_holds_every_point_within_its_radius() => Prop.ForAll(Points.Two().ToArbitrary(), Gen.Choose(0, 5_000_000).ToArbitrary(), (pair, metres) =>
        GeoDistance.Metres(pair.Item1, pair.Item2) > metres || GeoBox.Around(pair.Item1, metres).Contains(pair.Item2)).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void Boxes_at_the_edges_of_the_map()
    {
        GeoBox.Around(new(10, 89.99), 5_000).ShouldSatisfyAllConditions(b => b.West.ShouldBe(-180), b => b.East.ShouldBe(180), b => b.North.ShouldBe(90));
        var fiji = GeoBox.Around(new(179.99, -17), 10_000);
        fiji.CrossesAntimeridian.ShouldBeTrue();
        fiji.Contains(new(-179.95, -17)).ShouldBeTrue();
        fiji.Parts.Select(p => p.CrossesAntimeridian).ShouldBe([false, false]);
        fiji.Parts.Sum(p => p.East - p.West).ShouldBe(0.188, 0.001); // 20 km at 17° south
    }

    [Fact]
    public void Points_off_the_Earth_do_not_exist()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new GeoPoint(180.1, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new GeoPoint(0, double.NaN));
        GeoPoint.Of(double.NaN, 0).ShouldBeNull();
    }

    private static double Angle(GeoPoint a, GeoPoint b)
    {
        var (u, v) = (Vector(a), Vector(b));
        var cross = (X: u.Y * v.Z - u.Z * v.Y, Y: u.Z * v.X - u.X * v.Z, Z: u.X * v.Y - u.Y * v.X);
        return Math.Atan2(Math.Sqrt(cross.X * cross.X + cross.Y * cross.Y + cross.Z * cross.Z), u.X * v.X + u.Y * v.Y + u.Z * v.Z);

        static (double X, double Y, double Z) Vector(GeoPoint p)
        {
            var (longitude, latitude) = (p.Longitude * Math.PI / 180, p.Latitude * Math.PI / 180);
            return (Math.Cos(latitude) * Math.Cos(longitude), Math.Cos(latitude) * Math.Sin(longitude), Math.Sin(latitude));
        }
    }
}
