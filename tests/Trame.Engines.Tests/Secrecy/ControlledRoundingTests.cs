using Trame.Engines.Optimization;
using Trame.Engines.Secrecy;

namespace Trame.Engines.Tests.Secrecy;

public sealed class ControlledRoundingTests
{
    private static DisclosureTable Random(int seed, int rows, int columns)
    {
        var chance = new Random(seed);
        var figures = Enumerable.Range(0, rows * columns).Select(_ => (double)chance.Next(0, 40)).ToArray();
        return SecondarySuppressionTests.Table((r, c) => figures[r * columns + c], rows, columns);
    }

    [Fact]
    public void By_hand_two_rows_and_two_columns()
    {
        // 3 4 | 7 / 4 4 | 8 // 7 8 | 15, base 5. Only sums of 5 and 10 go round 7 and 8; 15 stays: one line makes 5, the other 10.
        double[][] figures = [[3, 4], [4, 4]];
        var table = SecondarySuppressionTests.Table((r, c) => figures[r][c], 2, 2);
        var rounded = ControlledRounding.Of(table, 5, stop: TestContext.Current.CancellationToken);
        rounded.Controlled.ShouldBeTrue();
        double At(string r, string c) => rounded.Figures[table.Cells.ToList().FindIndex(x => x.Codes[0] == r && x.Codes[1] == c)];
        At("T", "T").ShouldBe(15);
        (At("r0", "T"), At("T", "c0")).ShouldBe((5, 5)); // 7 is nearer 5, 8 nearer 10
        (At("r0", "c0"), At("r0", "c1"), At("r1", "c0"), At("r1", "c1")).ShouldBe((0, 5, 5, 5));
    }

    [Fact]
    public void Two_flat_dimensions_always_round_within_a_base_and_keep_their_sums()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var table = Random(seed, 5, 4);
            var rounded = ControlledRounding.Of(table, 7, seed % 2 == 0 ? (ulong)seed : null, stop: TestContext.Current.CancellationToken);
            (rounded.Controlled, rounded.Additive).ShouldBe((true, true), $"seed {seed}");
            foreach (var sum in table.Sums) rounded.Figures[sum[0]].ShouldBe(sum.Skip(1).Sum(i => rounded.Figures[i]));
            for (var i = 0; i < table.Cells.Count; i++)
            {
                Math.Abs(rounded.Figures[i] - table.Figure(i)).ShouldBeLessThan(7);
                (rounded.Figures[i] % 7).ShouldBe(0);
                if (table.Figure(i) % 7 == 0) rounded.Figures[i].ShouldBe(table.Figure(i));
            }
        }
    }

    [Fact]
    public void The_nearest_is_the_best_of_all_roundings()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var table = Random(100 + seed, 2, 3);
            var rounded = ControlledRounding.Of(table, 5, stop: TestContext.Current.CancellationToken);
            Distance(table, rounded.Figures).ShouldBe(Best(table, 5), 1e-9, $"seed {seed}");
        }
    }

    private static double Distance(DisclosureTable table, IReadOnlyList<double> figures) => Enumerable.Range(0, figures.Count).Sum(i => Math.Abs(figures[i] - table.Figure(i)));

    private static double Best(DisclosureTable table, double step)
    {
        var best = double.PositiveInfinity;
        for (var ups = 0; ups < 1 << table.Cells.Count; ups++)
        {
            var figures = Enumerable.Range(0, table.Cells.Count).Select(i => (Math.Floor(table.Figure(i) / step) + (ups >> i & 1)) * step).ToArray();
            if (Enumerable.Range(0, figures.Length).All(i => Math.Abs(figures[i] - table.Figure(i)) < step) && table.Sums.All(s => figures[s[0]] == s.Skip(1).Sum(i => figures[i]))) best = Math.Min(best, Distance(table, figures));
        }

        return best;
    }

    [Fact]
    public void Three_dimensions_and_hierarchies_keep_their_sums_even_without_time()
    {
        var table = SparseTables.Make([5, 5, 5], 0.4, 2, false);
        foreach (var limits in (SolveLimits[])[new() { Time = TimeSpan.FromTicks(1) }, new() { Nodes = 200 }])
        {
            var rounded = ControlledRounding.Of(table, 5, 3, limits, TestContext.Current.CancellationToken);
            rounded.Additive.ShouldBeTrue();
            rounded.Figures.ShouldAllBe(f => f >= 0 && f % 5 == 0);
            foreach (var sum in table.Sums) rounded.Figures[sum[0]].ShouldBe(sum.Skip(1).Sum(i => rounded.Figures[i]));
        }
    }

    [Fact]
    public void Random_rounding_is_right_on_average_and_the_same_for_a_seed()
    {
        var table = SecondarySuppressionTests.Table((r, c) => 2, 2, 2); // twos under fours under eight, base 5
        var mean = Enumerable.Range(0, 600).Average(seed => ControlledRounding.Of(table, 5, (ulong)seed, stop: TestContext.Current.CancellationToken).Figures[4]);
        mean.ShouldBe(2, 0.5);
        ControlledRounding.Of(table, 5, 9, stop: TestContext.Current.CancellationToken).Figures.ShouldBe(ControlledRounding.Of(table, 5, 9, stop: TestContext.Current.CancellationToken).Figures);
    }

    [Theory]
    [InlineData(0), InlineData(-5), InlineData(double.NaN), InlineData(double.PositiveInfinity), InlineData(1e-300)]
    public void A_base_that_is_none_is_refused(double step) => Should.Throw<ArgumentOutOfRangeException>(() => ControlledRounding.Of(Random(1, 2, 2), step));
}
