using FsCheck;
using FsCheck.Fluent;
using Trame.Foundation.Geo;

namespace Trame.Tests.Foundation.Geo;

public sealed class LambertConicTests
{
    [Fact]
    public void The_example_of_the_institute_ALG0004()
    {
        // IGN, NT/G 71, example of ALG0004.
        var example = new LambertConic(0.760405966, 11603796.9767, 600000, 5657616.674, 0.04079234433, 0.0824832568);
        var (longitude, latitude) = example.ToGeographic(1029705.083, 272723.849);
        longitude.ShouldBe(0.145512099, 1e-9);
        latitude.ShouldBe(0.872664626, 1e-9);
    }

    [Fact]
    public void The_origin_of_Lambert_93()
    {
        var (x, y) = LambertConic.Lambert93.ToPlane(3 * Math.PI / 180, 46.5 * Math.PI / 180);
        x.ShouldBe(700_000, 1e-3);
        y.ShouldBe(6_600_000, 1e-3);
    }

    [Fact]
    public void There_and_back_within_a_tenth_of_a_millimetre() => Prop.ForAll(
        Gen.Choose(0, 1_300_000).SelectMany(x => Gen.Choose(6_000_000, 7_200_000), (x, y) => (x, y)).ToArbitrary(), p =>
        {
            var (longitude, latitude) = LambertConic.Lambert93.ToGeographic(p.x, p.y);
            var (x, y) = LambertConic.Lambert93.ToPlane(longitude, latitude);
            return double.Hypot(x - p.x, y - p.y) < 1e-4;
        }).QuickCheckThrowOnFailure();
}
