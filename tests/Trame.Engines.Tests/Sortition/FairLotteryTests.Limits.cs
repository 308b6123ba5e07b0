using Trame.Engines.Sortition;

namespace Trame.Engines.Tests.Sortition;

/// <summary>A search that runs out of time still answers with a lottery, and never says more than it knows.</summary>
public sealed partial class FairLotteryTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromTicks(1);

    [Theory]
    [InlineData(SelectionRule.Leximin)]
    [InlineData(SelectionRule.Maximin)]
    [InlineData(SelectionRule.Nash)]
    [InlineData(SelectionRule.Legacy)] // whose every run gets stuck on quotas as exact as these
    public void Out_of_time_at_once_there_is_a_valid_lottery_all_the_same(SelectionRule rule) => ValidWithItsGap(HardPool.Make(360, 30, [2, 4, 4, 4, 4, 4, 3], "limits"), rule, AtOnce);

    [Fact] public void Two_thousand_people_all_different_are_no_exception() => ValidWithItsGap(HardPool.Make(2000, 150, [2, 6, 6, 6, 6, 6, 6, 6], "limits"), SelectionRule.Leximin, AtOnce);

    [Fact] public void More_time_lifts_the_smallest_probability_to_near_its_bound()
    {
        var problem = HardPool.Make(120, 20, [2, 3, 3, 3], "limits");
        var whole = FairLottery.Find(problem, new(), TimeProvider.System);
        whole.Optimal.ShouldBeTrue();
        whole.Minimum.ShouldBe(whole.MinimumBound, 1e-6);
        ValidWithItsGap(problem, SelectionRule.Leximin, TimeSpan.FromMilliseconds(20)).MinimumBound.ShouldBe(whole.MinimumBound, 1e-6);
    }

    [Fact] public void A_contradiction_is_told_however_short_the_time()
    {
        var problem = new SortitionProblem(["age"], [new("age", "young", 2, 2), new("age", "old", 2, 2)], [.. Enumerable.Range(0, 6).Select(i => new Candidate($"p{i}", [i < 2 ? "young" : "old"]))], 5);
        FairLottery.Find(problem, new() { TimeLimit = AtOnce }, TimeProvider.System).Infeasible.ShouldNotBeNull().Conflict.ShouldNotBeEmpty();
    }

    private static SortitionResult ValidWithItsGap(SortitionProblem problem, SelectionRule rule, TimeSpan limit)
    {
        var result = FairLottery.Find(problem, new() { Rule = rule, TimeLimit = limit }, TimeProvider.System);
        result.Panels.ShouldNotBeEmpty();
        result.Panels.Sum(p => p.Probability).ShouldBe(1, 1e-9);
        foreach (var panel in result.Panels)
        {
            panel.Members.Distinct().Count().ShouldBe(problem.Size);
            foreach (var quota in problem.Quotas) panel.Members.Count(i => problem.Counts(quota, problem.Pool[i])).ShouldBeInRange(quota.Min, quota.Max);
        }

        result.Probabilities.Min().ShouldBe(result.Minimum, 1e-12);
        result.Minimum.ShouldBeLessThanOrEqualTo(result.MinimumBound + 1e-9);
        if (rule is SelectionRule.Leximin or SelectionRule.Maximin && !result.Optimal) result.Gap.ShouldBe(1 - (result.Minimum / result.MinimumBound), 1e-9);
        return result;
    }
}
