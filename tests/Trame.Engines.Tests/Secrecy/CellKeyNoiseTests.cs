using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.Secrecy;

namespace Trame.Engines.Tests.Secrecy;

public sealed class CellKeyNoiseTests
{
    private static Arbitrary<int> Some => Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static double Moment(CellKeyNoise noise, long count, int order) =>
        noise.Chances(count).Select((p, k) => p * Math.Pow(k - Math.Min(count, noise.Bound), order)).Sum();

    [Theory]
    [InlineData(2, 5), InlineData(1, 1), InlineData(0.5, 3), InlineData(10, 5), InlineData(30, 12)]
    public void Each_count_has_mean_zero_and_the_variance_that_was_asked_or_nine_tenths_of_what_is_possible(double variance, int bound)
    {
        if (variance > bound * (bound + 1) / 3.0) return;
        var noise = new CellKeyNoise(variance, bound);
        for (var count = 1; count <= 2 * bound; count++)
        {
            noise.Chances(count).Sum().ShouldBe(1, 1e-9);
            Moment(noise, count, 1).ShouldBe(0, 1e-7, $"mean of {count}");
            Moment(noise, count, 2).ShouldBe(Math.Min(variance, 0.9 * Math.Min(count, bound) * bound), 1e-6, $"variance of {count}");
        }
    }

    [Fact]
    public void By_hand_a_bound_of_one()
    {
        // −1, 0, 1 with mean 0 and variance 1/2: p(−1) = p(1) = 1/4, p(0) = 1/2.
        new CellKeyNoise(0.5, 1).Chances(7).ShouldBe([0.25, 0.5, 0.25], 1e-9);
        var noise = new CellKeyNoise(0.5, 1);
        (noise.Noise(7, 0), noise.Noise(7, 1UL << 62), noise.Noise(7, 3UL << 62), noise.Noise(7, ulong.MaxValue)).ShouldBe((-1, 0, 1, 1));
    }

    [Fact]
    public void A_count_is_never_below_zero_nor_further_than_the_bound_and_zero_stays() => Prop.ForAll(Some, Some, (count, key) =>
    {
        var by = new CellKeyNoise(3, 4).Noise(count % 20, unchecked((ulong)key * 0x9E3779B97F4A7C15UL));
        return count % 20 + by >= 0 && Math.Abs(by) <= 4 && (count % 20 > 0 || by == 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_people_have_the_same_noise_in_every_table() => Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, int.MaxValue)).ToArbitrary(), Some, (people, turn) =>
    {
        var keys = people.Select(p => unchecked((ulong)p * 0x9E3779B97F4A7C15UL)).ToArray();
        var other = keys.OrderBy(k => unchecked(k * (ulong)(2 * (long)turn + 1))).ToArray();
        var noise = new CellKeyNoise(2, 5);
        return noise.Noise(keys.Length, CellKeyNoise.CellKey(keys)) == noise.Noise(other.Length, CellKeyNoise.CellKey(other));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Keys_of_records_draw_the_noise_that_the_table_says()
    {
        var (noise, secret) = (new CellKeyNoise(2, 5), "not a real secret"u8.ToArray());
        var drawn = Enumerable.Range(0, 20_000).Select(i => noise.Noise(30, CellKeyNoise.CellKey([CellKeyNoise.RecordKey(secret, $"household {i}"), CellKeyNoise.RecordKey(secret, $"household {i + 1}")]))).ToArray();
        drawn.Average().ShouldBe(0, 0.05);
        drawn.Average(d => d * d).ShouldBe(2, 0.1);
        CellKeyNoise.RecordKey("another secret!!!"u8, "household 1").ShouldNotBe(CellKeyNoise.RecordKey(secret, "household 1"));
    }

    [Theory]
    [InlineData(0, 5), InlineData(-1, 5), InlineData(double.NaN, 5), InlineData(10.1, 5), InlineData(1, 0), InlineData(1, 1001)]
    public void What_cannot_be_drawn_is_refused(double variance, int bound) => Should.Throw<ArgumentOutOfRangeException>(() => new CellKeyNoise(variance, bound));
}
