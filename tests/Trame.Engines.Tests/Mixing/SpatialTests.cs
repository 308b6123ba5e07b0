using System.Globalization;
using Trame.Engines.Mixing;
using Trame.Engines.Mixing.Spatial;

namespace Trame.Engines.Tests.Mixing;

public sealed class SpatialTests
{
    private static double[] Values(string file, int column) => [.. File.ReadLines(SharedData.Path("spatial", file)).Skip(1).Select(l => double.Parse(l.Split(',')[column], CultureInfo.InvariantCulture))];

    private static SpatialWeights Queen(string file, int areas, WeightStyle style) => SpatialWeights.Of(areas, File.ReadLines(SharedData.Path("spatial", file)).Skip(1).Select(l => l.Split(','))
        .Select(c => (int.Parse(c[0], CultureInfo.InvariantCulture) - 1, int.Parse(c[1], CultureInfo.InvariantCulture) - 1)), style);

    private static SpatialWeights Ring(int areas, WeightStyle style = WeightStyle.Binary) => SpatialWeights.Of(areas, Enumerable.Range(0, areas).SelectMany(i => new[] { (i, (i + 1) % areas), ((i + 1) % areas, i) }), style);

    [Fact]
    public void Crime_in_Columbus_as_the_reference_says()
    {
        var (crime, weights) = (Values("columbus.csv", 1), Queen("columbus_queen_nb.csv", 49, WeightStyle.RowStandardised));
        var moran = GlobalMoran.I(crime, weights)!;
        moran.Value.ShouldBe(0.485770914, 5e-10);
        moran.Expectation.ShouldBe(-0.020833333, 5e-10);
        moran.Variance.ShouldBe(0.008991121, 5e-10);
        moran.Z.ShouldBe(5.3427, 5e-5);
        moran.P.ShouldBe(9.157e-8, 5e-12);
        var geary = GlobalMoran.C(crime, weights)!;
        geary.Value.ShouldBe(0.547803377, 5e-10);
        geary.Variance.ShouldBe(0.009804108, 5e-10);
        GlobalMoran.I(crime, Queen("columbus_queen_nb.csv", 49, WeightStyle.Binary))!.Value.ShouldBe(0.482272307, 5e-10);
        GlobalMoran.I(crime, weights, permutations: 999)!.PermutationP.ShouldBe(0.002);
    }

    [Fact]
    public void Deaths_in_North_Carolina_as_the_reference_says()
    {
        var moran = GlobalMoran.I(Values("ncsids.csv", 4), Queen("ncsids_queen_nb.csv", 100, WeightStyle.RowStandardised))!;
        moran.Value.ShouldBe(0.230910449, 5e-10);
        moran.Variance.ShouldBe(0.004065134, 5e-10);
    }

    [Fact]
    public void Each_area_of_Columbus_as_the_reference_says()
    {
        var areas = LocalMoran.Of(Values("columbus.csv", 1), Queen("columbus_queen_nb.csv", 49, WeightStyle.RowStandardised));
        foreach (var (area, line) in File.ReadLines(SharedData.Path("spatial", "columbus_localmoran_W.csv")).Skip(1).Index())
        {
            double[] told = [.. line.Split(',').Select(c => double.Parse(c, CultureInfo.InvariantCulture))];
            var test = areas[area].Test!;
            test.Value.ShouldBe(told[0], 1e-9);
            test.Expectation.ShouldBe(told[1], 1e-9);
            test.Variance.ShouldBe(told[2], 1e-9);
            test.Z.ShouldBe(told[3], 1e-8);
            test.P.ShouldBe(told[4], 2e-7);
        }
    }

    [Fact]
    public void Mean_and_variance_are_those_of_every_deal()
    {
        double[] values = [3, 1, 4, 1.5, 9, 2.6];
        var weights = SpatialWeights.Of(6, [(0, 1), (1, 0), (1, 2), (2, 3), (3, 2), (4, 5), (5, 0), (3, 4)], WeightStyle.RowStandardised); // not symmetric
        var (morans, gearys) = (new List<double>(), new List<double>());
        foreach (var dealt in Orders(values))
        {
            morans.Add(GlobalMoran.I(dealt, weights)!.Value);
            gearys.Add(GlobalMoran.C(dealt, weights)!.Value);
        }

        var (moran, geary) = (GlobalMoran.I(values, weights)!, GlobalMoran.C(values, weights)!);
        moran.Expectation.ShouldBe(morans.Average(), 1e-9);
        moran.Variance.ShouldBe(Variance(morans), 1e-9);
        geary.Expectation.ShouldBe(gearys.Average(), 1e-9);
        geary.Variance.ShouldBe(Variance(gearys), 1e-9);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Hot_spots_are_standard_deviates_of_the_deals(bool withOwn)
    {
        double[] values = [3, 1, 4, 1.5, 9, 2.6];
        var weights = Ring(6, WeightStyle.RowStandardised);
        double[] z = [.. Orders(withOwn ? values : values[1..]).Select(dealt => GetisOrd.Z(withOwn ? dealt : [values[0], .. dealt], weights, withOwn)[0])];
        z.Average().ShouldBe(0, 1e-9);
        Variance(z).ShouldBe(1, 1e-9);
        GetisOrd.Z([9, 9, 9, 1, 1, 1, 1, 1], Ring(8), withOwn: true)[1].ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Alternating_areas_are_as_unlike_as_can_be()
    {
        double[] values = [1, -1, 1, -1, 1, -1];
        GlobalMoran.I(values, Ring(6))!.Value.ShouldBe(-1, 1e-12);
        LocalMoran.Of(values, Ring(6)).ShouldAllBe(a => a.Quadrant == (a.Area % 2 == 0 ? MoranQuadrant.HighLow : MoranQuadrant.LowHigh));
    }

    [Fact]
    public void A_cluster_stands_out_and_an_island_takes_no_part()
    {
        double[] values = [9, 9, 9, 9, 1, 2, 1, 2, 1, 2, 1, 2, 50];
        var weights = SpatialWeights.Of(13, Enumerable.Range(0, 12).SelectMany(i => new[] { (i, (i + 1) % 12), ((i + 1) % 12, i) }));
        weights.Islands.ShouldBe(1);
        GlobalMoran.I(values, weights)!.Value.ShouldBe(GlobalMoran.I(values[..12], Ring(12, WeightStyle.RowStandardised))!.Value, 1e-12);
        var local = LocalMoran.Of(values, weights, permutations: 199);
        local[12].Test.ShouldBeNull();
        local[1].Quadrant.ShouldBe(MoranQuadrant.HighHigh);
        local[1].Test!.PermutationP!.Value.ShouldBeLessThan(0.15);
        local[1].Q.ShouldBeGreaterThanOrEqualTo(local[1].Test!.PermutationP!.Value);
    }

    [Fact]
    public void What_cannot_be_measured_is_not()
    {
        GlobalMoran.I([1, 1, 1, 1], Ring(4)).ShouldBeNull();
        GlobalMoran.I([1, 2, 3], Ring(3)).ShouldBeNull();
        LocalMoran.Of([2, 2, 2, 2, 2], Ring(5)).ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => GlobalMoran.I([1, double.NaN, 2, 3], Ring(4)));
        Should.Throw<ArgumentException>(() => SpatialWeights.Of(2, [(0, 2)]));
    }

    [Fact]
    public void People_alike_live_near_each_other_by_hand()
    {
        // Two points 100 m apart with ten of A and ten of B, then the same 1,000 m away.
        var bands = DistanceBands.Of([(0, 0), (100, 0)], new([[10, 0], [0, 10]]), [0, 50, 200]);
        bands[0].ShouldBe(new(0, 50, 90, 0, 0));
        bands[1].Pairs.ShouldBe(100);
        bands[1].CrossShare.ShouldBe(1);
        bands[1].Ratio.ShouldBe(190 / 100.0, 1e-12);
    }

    private static double Variance(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Average(v => (v - mean) * (v - mean));
    }

    private static IEnumerable<double[]> Orders(double[] items) => items.Length == 0 ? [[]]
        : Enumerable.Range(0, items.Length).SelectMany(k => Orders([.. items[..k], .. items[(k + 1)..]]).Select(o => (double[])[items[k], .. o]));
}
