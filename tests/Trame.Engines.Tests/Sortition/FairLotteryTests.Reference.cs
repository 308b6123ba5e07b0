using Trame.Engines.Sortition;

namespace Trame.Engines.Tests.Sortition;

public sealed partial class FairLotteryTests
{
    [Fact] public void Leximin_is_the_exact_one_of_every_panel_on_small_pools()
    {
        var (solved, impossible, cuts) = (0, 0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = SmallPools.Make(seed);
            var panels = EveryPanel.Of(problem);
            var result = Find(problem);
            if (panels.Count == 0) { impossible++; result.Infeasible.ShouldNotBeNull($"seed {seed}"); continue; }
            solved++;
            cuts += result.Effort.Cuts;
            result.Optimal.ShouldBeTrue($"seed {seed}");
            var exact = EveryPanel.Leximin(problem, panels);
            for (var i = 0; i < exact.Length; i++) result.Probabilities[i].ShouldBe(exact[i], 1e-7, $"seed {seed}, person {i}");
        }
        solved.ShouldBeGreaterThan(150);
        impossible.ShouldBeGreaterThan(3);
        cuts.ShouldBeGreaterThan(3, "some of these pools must promise more than whole panels give, or the test does not look at cuts");
    }

    private static SortitionResult Find(SortitionProblem problem, SelectionRule rule = SelectionRule.Leximin) => FairLottery.Find(problem, new() { Rule = rule }, TimeProvider.System, null, TestContext.Current.CancellationToken);
}
