using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.Speaking;

namespace Trame.Engines.Tests.Speaking;

public sealed class SpeakingOrderTests
{
    private static readonly Gen<int[]> Sides = Gen.Choose(-1, 1).ArrayOf().Where(s => s.Length is > 0 and < 40);

    [Fact] public void Nobody_asks_nobody_speaks() => SpeakingOrder.Next([], 1).ShouldBeNull();

    [Fact]
    public void The_least_heard_come_before_the_other_side_and_the_other_side_before_the_first_to_ask()
    {
        SpeakingOrder.Next([new(1, 1, 1, 0), new(2, -1, 0, 9)], -1)!.Value.Speaker.ShouldBe(2);
        SpeakingOrder.Next([new(1, 1, 0, 0), new(2, -1, 0, 9)], 1)!.Value.Speaker.ShouldBe(2);
        SpeakingOrder.Next([new(1, 1, 0, 4), new(2, 1, 0, 3)], 1)!.Value.Speaker.ShouldBe(2);
        SpeakingOrder.Order([new(1, 1, 0, 0), new(2, 1, 0, 1), new(3, -1, 0, 2), new(4, -1, 0, 3)], 0).Select(r => r.Speaker).ShouldBe([1, 3, 2, 4]);
    }

    [Fact]
    public void With_equal_requests_nobody_waits_more_than_two_rounds_nor_speaks_twice_before_the_others() => Prop.ForAll(Sides.ToArbitrary(), sides =>
    {
        var (spoken, last, lastSide, n) = (new int[sides.Length], Enumerable.Repeat(-1, sides.Length).ToArray(), 0, sides.Length);
        for (var turn = 0; turn < 6 * n; turn++)
        {
            var next = SpeakingOrder.Next(Enumerable.Range(0, n).Select(i => new SpeakingRequest(i, sides[i], spoken[i], last[i])), lastSide)!.Value;
            if (turn - last[next.Speaker] > 2 * n || spoken[next.Speaker] > spoken.Min()) return false;
            (last[next.Speaker], lastSide) = (turn, next.Side);
            spoken[next.Speaker]++;
        }

        return last.All(l => 6 * n - l <= 2 * n);
    }).QuickCheckThrowOnFailure();
}
