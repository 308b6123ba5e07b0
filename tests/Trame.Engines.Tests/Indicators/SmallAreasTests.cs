using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.Indicators.Areas;

namespace Trame.Engines.Tests.Indicators;

public sealed class SmallAreasTests
{
    private static readonly Arbitrary<AreaCount[]> Areas = Gen.ArrayOf(from e in Gen.Choose(0, 40) from x in Gen.Choose(1, 500) select new AreaCount(e, x)).Where(a => a.Length > 0).ToArbitrary();

    [Fact]
    public void Two_areas_by_hand()
    {
        // rates 0.1 and 0.3, mean 0.2; variance 0.01 less 0.2/100 by chance = 0.008: own weight 0.008/(0.008 + 0.002)
        var rates = RateShrinkage.Of([new(10, 100), new(30, 100)]);
        rates.Select(r => r.Rate).ShouldBeNear(0.12, 0.28);
        rates.Select(r => r.Own).ShouldBeNear(0.8, 0.8);
        rates[0].Low.ShouldBeLessThan(0.1);
        rates[0].High.ShouldBeGreaterThan(0.12);
    }

    [Fact]
    public void A_shrunk_rate_lies_between_its_own_and_that_of_all() => Prop.ForAll(Areas, areas =>
    {
        var mean = areas.Sum(a => a.Events) / areas.Sum(a => a.Exposure);
        return RateShrinkage.Of(areas).All(r => r.Rate >= Math.Min(r.Raw, mean) - 1e-12 && r.Rate <= Math.Max(r.Raw, mean) + 1e-12 && r.Low <= r.Rate && r.Rate <= r.High + 1e-12 && r.Own is >= 0 and <= 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shrunk_rates_are_closer_to_the_truth_and_their_intervals_hold_it()
    {
        var random = new Random(11);
        var (raw, shrunk, held, count) = (0.0, 0.0, 0, 0);
        for (var trial = 0; trial < 20; trial++)
        {
            double[] truth = [.. Enumerable.Range(0, 200).Select(_ => 0.05 * (0.5 + random.NextDouble()))];
            AreaCount[] areas = [.. truth.Select(t => random.Next(20, 400) is var n ? new AreaCount(Enumerable.Range(0, n).Count(_ => random.NextDouble() < t), n) : default)];
            foreach (var (rate, i) in RateShrinkage.Of(areas).Select((r, i) => (r, i)))
            {
                (raw, shrunk, count) = (raw + Math.Pow(rate.Raw - truth[i], 2), shrunk + Math.Pow(rate.Rate - truth[i], 2), count + 1);
                if (rate.Low <= truth[i] && truth[i] <= rate.High) held++;
            }
        }

        shrunk.ShouldBeLessThan(0.5 * raw);
        ((double)held / count).ShouldBeInRange(0.92, 0.98);
    }

    [Theory] // Garwood 1936
    [InlineData(0, 0, 3.6889)]
    [InlineData(1, 0.0253, 5.5716)]
    [InlineData(10, 4.7954, 18.3904)]
    [InlineData(100, 81.3637, 121.6272)]
    public void Poisson_limits_are_those_of_the_tables(int events, double low, double high)
    {
        var limits = PoissonLimits.Of(events);
        limits.Low.ShouldBe(low, 1e-3);
        limits.High.ShouldBe(high, 1e-3);
    }

    [Fact]
    public void Funnel_limits_are_those_of_sums_of_the_law()
    {
        var (points, target, _) = Funnel.Of([new(5, 100), new(30, 100), new(8, 50)], target: 0.1);
        target.ShouldBe(0.1);
        foreach (var (point, mean, exposure) in ((FunnelPoint, double, double)[])[(points[0], 10, 100), (points[2], 5, 50)])
        {
            point.Low95.ShouldBe(Limit(0.025, mean) / exposure, 1e-9);
            point.High95.ShouldBe(Limit(0.975, mean) / exposure, 1e-9);
            point.Low998.ShouldBe(Limit(0.001, mean) / exposure, 1e-9);
            point.High998.ShouldBe(Limit(0.999, mean) / exposure, 1e-9);
        }

        points[1].Q.ShouldBeLessThan(1e-5); // 30 where 10 are expected
        points[0].P.ShouldBe(2 * AtMost(5, 10), 1e-9);

        static double Term(int k, double mean) => Math.Exp((k * Math.Log(mean)) - mean - Enumerable.Range(1, k).Sum(i => Math.Log(i)));
        static double AtMost(int k, double mean) => Enumerable.Range(0, k + 1).Sum(i => Term(i, mean));
        static double Limit(double chance, double mean)
        {
            var r = 0;
            while (AtMost(r, mean) < chance) r++;
            return Math.Max(0, r - ((AtMost(r, mean) - chance) / Term(r, mean)));
        }
    }

    [Fact]
    public void Differences_beyond_chance_widen_the_funnel_when_asked()
    {
        AreaCount[] areas = [.. Enumerable.Range(0, 40).Select(i => new AreaCount(i % 2 == 0 ? 60 : 140, 1000))];
        var plain = Funnel.Of(areas);
        plain.Dispersion.ShouldBe(16, 1.5); // 40 from a mean of 100: four standard errors
        plain.Points.Count(p => p.Q < 0.05).ShouldBe(40);
        Funnel.Of(areas, widen: true).Points.Count(p => p.Q < 0.05).ShouldBe(0);
    }

    [Fact]
    public void With_one_age_or_equal_weights_direct_limits_are_exact()
    {
        var (low, high) = PoissonLimits.Of(7);
        var one = AgeStandardisation.Direct([new(7, 1000)], [5]);
        (one.Value, one.Low, one.High).ShouldBe((0.007, low / 1000, high / 1000), new Near());
        var two = AgeStandardisation.Direct([new(3, 1000), new(4, 2000)], [1, 2]); // weights 1/3000 each
        (two.Value, two.Low, two.High).ShouldBe((7.0 / 3000, low / 3000, high / 3000), new Near());
    }

    [Fact]
    public void Standardised_rates_by_hand()
    {
        AgeStandardisation.Direct([new(10, 1000), new(40, 500)], [600, 400]).Value.ShouldBe((0.6 * 0.01) + (0.4 * 0.08), 1e-12);
        var ratio = AgeStandardisation.Indirect([new(10, 1000), new(40, 500)], [0.02, 0.04]);
        (ratio.Events, ratio.Expected, ratio.Value).ShouldBe((50, 40, 1.25), new Near());
        AgeStandardisation.Direct([new(0, 10), new(0, 10)], [1, 1]).Low.ShouldBe(0);
    }

    private sealed class Near : IEqualityComparer<(double, double, double)>
    {
        public bool Equals((double, double, double) a, (double, double, double) b) => Math.Abs(a.Item1 - b.Item1) < 1e-9 && Math.Abs(a.Item2 - b.Item2) < 1e-9 && Math.Abs(a.Item3 - b.Item3) < 1e-9;
        public int GetHashCode((double, double, double) a) => 0;
    }

    [Fact]
    public void A_planted_change_is_found_where_it_is()
    {
        AreaCount[] years = [.. Enumerable.Range(0, 10).Select(t => new AreaCount(t < 6 ? 20 : 45, 1000))];
        var change = ChangeDetection.Of([years]).ShouldHaveSingleItem();
        (change.At, change.Before, change.After).ShouldBe((6, 0.02, 0.045));
        change.P.ShouldBe(1 / 2000.0);
        ChangeDetection.Of([[new(0, 10), new(0, 10)], [new(4, 10), new(4, 10)]]).ShouldAllBe(c => c.P == 1);
    }

    [Fact]
    public void Chances_of_a_change_are_those_of_every_deal()
    {
        // 4 events in one of 2 equal periods: as far when all 4 or none fall in the first: 2/16
        ChangeDetection.Of([[new(4, 10), new(0, 10)]], deals: 200_000)[0].P.ShouldBe(0.125, 0.004);
        ChangeDetection.Of([[new(0, 10), new(3, 30)]], deals: 200_000)[0].P.ShouldBe(37 / 64.0, 0.005); // 3 events, a quarter of the time first: (0, 3), and (2, 1) and (3, 0) which are further
    }

    [Fact]
    public void Without_change_false_alarms_keep_their_share()
    {
        var random = new Random(5);
        AreaCount[][] quiet = [.. Enumerable.Range(0, 600).Select(_ => Enumerable.Range(0, 8).Select(_ => new AreaCount(Enumerable.Range(0, 300).Count(_ => random.NextDouble() < 0.05), 300)).ToArray())];
        var found = ChangeDetection.Of(quiet, deals: 199);
        ((double)found.Count(f => f.P <= 0.1) / 600).ShouldBeInRange(0.05, 0.14);
        found.Count(f => f.Q <= 0.1).ShouldBeLessThan(5);
    }

    [Fact]
    public void Out_of_range_is_refused()
    {
        Should.Throw<ArgumentException>(() => RateShrinkage.Of([new(1, 0)]));
        Should.Throw<ArgumentException>(() => RateShrinkage.Of([new(double.NaN, 1)]));
        Should.Throw<ArgumentException>(() => RateShrinkage.Of([]));
        Should.Throw<ArgumentException>(() => Funnel.Of([new(1, 1)], target: 0));
        Should.Throw<ArgumentException>(() => AgeStandardisation.Direct([new(1, 1)], [0]));
        Should.Throw<ArgumentException>(() => ChangeDetection.Of([[new(1.5, 1)]]));
        Funnel.Of([new(0, 1), new(0, 2)]).Points.ShouldAllBe(p => p.P == 1 && p.High95 == 0);
        RateShrinkage.Of([new(0, 1), new(0, 2)]).ShouldAllBe(r => r.Rate == 0 && r.Low == 0);
        RateShrinkage.Of([new(1e12, 1), new(1, 1e12)]).ShouldAllBe(r => double.IsFinite(r.Rate) && r.Low <= r.High);
    }
}
