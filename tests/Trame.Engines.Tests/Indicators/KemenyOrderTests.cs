using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.Indicators;

namespace Trame.Engines.Tests.Indicators;

public sealed class KemenyOrderTests
{
    private static double[,] Square(int n, int[] votes)
    {
        var over = new double[n, n];
        for (var a = 0; a < n; a++) for (var b = a + 1; b < n; b++) (over[a, b], over[b, a]) = (votes[(a * n) + b], 7 - votes[(a * n) + b]);
        return over;
    }

    private static double Agreement(double[,] over, IReadOnlyList<int> order) => (from i in Enumerable.Range(0, order.Count) from j in Enumerable.Range(i + 1, order.Count - i - 1) select over[order[i], order[j]]).Sum();

    private static IEnumerable<List<int>> Orders(List<int> left) => left.Count == 0 ? [[]] : left.SelectMany(first => Orders([.. left.Where(x => x != first)]).Select(rest => (List<int>)[first, .. rest]));

    [Fact]
    public void A_circle_of_three_gives_up_its_smallest_majority()
    {
        var order = KemenyOrder.Of(new double[,] { { 0, 5, 3 }, { 2, 0, 6 }, { 4, 1, 0 } }); // 0 beats 1 by 3, 1 beats 2 by 5, 2 beats 0 by 1
        order.Order.ShouldBe([0, 1, 2]);
        (order.Agreement, order.Bound, order.IsProved).ShouldBe((14, 14, true));
    }

    [Fact]
    public void No_order_of_six_agrees_with_more() => Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 7), 36).ToArbitrary(), votes =>
    {
        var over = Square(6, votes);
        var found = KemenyOrder.Of(over);
        return found.IsProved && found.Order.Order().SequenceEqual(Enumerable.Range(0, 6)) && Math.Abs(found.Agreement - Agreement(over, found.Order)) < 1e-9
            && Math.Abs(found.Agreement - Orders([.. Enumerable.Range(0, 6)]).Max(o => Agreement(over, o))) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_large_circle_keeps_a_true_bound()
    {
        var random = new Random(3);
        var over = Square(40, [.. Enumerable.Range(0, 1600).Select(_ => random.Next(8))]);
        var found = KemenyOrder.Of(over);
        found.Agreement.ShouldBe(Agreement(over, found.Order), 1e-9);
        found.Bound.ShouldBeGreaterThanOrEqualTo(found.Agreement);
        found.Bound.ShouldBeLessThan(1.2 * found.Agreement);
    }

    [Fact]
    public void Many_units_in_one_order_are_sorted_at_once()
    {
        var over = new double[300, 300];
        for (var a = 0; a < 300; a++) for (var b = 0; b < 300; b++) over[a, b] = a > b ? 1 : 0;
        KemenyOrder.Of(over).Order.ShouldBe(Enumerable.Range(0, 300).Reverse());
    }

    [Fact]
    public void Nothing_makes_up_for_anything_in_a_non_compensatory_index()
    {
        // the first is far behind on two and far ahead on one; majorities put it last, a mean would not
        var spec = Composite.Spec("\"aggregation\":\"non-compensatory\"", "up", "up", "up");
        var result = Composite.Of(spec, [1000, 1, 2], [0, 1, 2], [0, 2, 1]);
        Composite.Ranks(result).ShouldBe([3, 2, 1]);
        result.Order!.Order.ShouldBe([2, 1, 0]);
        result.Units[2].Score!.Value.ShouldBe(((2 / 3.0) + (2 / 3.0)) / 2, 1e-12); // ahead of each on two of three
    }
}
