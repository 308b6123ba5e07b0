using Trame.Engines.Sortition;

namespace Trame.Engines.Tests.Sortition;

public sealed class UniformLotteryTests
{
    [Fact] public void Probabilities_that_are_whole_shares_are_kept_exactly()
    {
        var lottery = UniformLottery.Of([new([0, 1], 0.5), new([0, 2], 0.3), new([1, 2], 0.2)], 3, 10);
        lottery.Counts.ShouldBe([8, 7, 5]);
        lottery.LargestError.ShouldBe(0, 1e-15);
    }

    [Fact] public void Three_thirds_in_a_hundred_panels_leave_two_thirds_of_a_hundredth()
    {
        var lottery = UniformLottery.Of([new([0], 1.0 / 3), new([1], 1.0 / 3), new([2], 1.0 / 3)], 3, 100);
        lottery.Counts.Order().ShouldBe([33, 33, 34]);
        lottery.LargestError.ShouldBe(2.0 / 300, 1e-12);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    public void The_error_is_the_one_that_is_told_and_smaller_than_that_of_rounding_alone(int count)
    {
        var problem = HardPool.Make(90, 15, [2, 4, 3, 4, 3], "arrondi");
        var result = FairLottery.Find(problem, new(), TimeProvider.System, null, TestContext.Current.CancellationToken);
        var lottery = UniformLottery.Of(result.Panels, 90, count);
        lottery.Panels.Count.ShouldBe(count);
        lottery.Panels.ShouldAllBe(p => EveryPanel.IsValid(problem, p));
        lottery.LargestError.ShouldBe(result.Probabilities.Select((p, i) => Math.Abs(p - lottery.Panels.Count(panel => panel.Contains(i)) / (double)count)).Max(), 1e-12);
        lottery.LargestError.ShouldBeLessThan(3.0 / count);
    }
}
