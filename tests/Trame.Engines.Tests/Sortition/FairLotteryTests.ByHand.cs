using Trame.Engines.Sortition;

namespace Trame.Engines.Tests.Sortition;

public sealed partial class FairLotteryTests
{
    // Ten people, four seats, half of them for the two young ones… who then come in every panel; the other eight share two seats.
    private static readonly SortitionProblem Ten = new(["age"], [new("age", "jeune", 2, 2), new("age", "autre", 2, 2)],
        [.. Enumerable.Range(1, 10).Select(i => new Candidate($"p{i}", [i <= 2 ? "Jeune " : "autre"]))], 4);

    [Fact] public void Ten_people_two_young_ones_for_two_seats()
    {
        var result = Find(Ten);
        result.Probabilities.Take(2).ShouldAllBe(p => Math.Abs(p - 1) < 1e-12);
        result.Probabilities.Skip(2).ShouldAllBe(p => Math.Abs(p - 0.25) < 1e-12);
        result.Minimum.ShouldBe(0.25, 1e-12);
        result.Optimal.ShouldBeTrue();
        result.Gap.ShouldBe(0);
    }

    [Fact] public void Nobody_young_is_missing_two_in_words_and_numbers()
    {
        var problem = new SortitionProblem(["age"], [new("age", "18-24", 4, 4), new("age", "25+", 0, 4)], Ten.Pool.Select((p, i) => new Candidate(p.Id, [i < 2 ? "18-24" : "25+"])).ToList(), 4);
        var why = Find(problem).Infeasible.ShouldNotBeNull();
        var bound = why.Conflict.ShouldHaveSingleItem();
        (bound.Quota.Value, bound.IsMinimum, bound.Available).ShouldBe(("18-24", true, 2));
        var change = why.Relaxations.ShouldHaveSingleItem();
        (change.Quota.Value, change.Min, change.Max).ShouldBe(("18-24", 2, 4));
    }

    [Fact] public void A_flexible_bound_that_is_too_narrow_is_told() => Find(new(["age"], [new("age", "18-24", 4, 4) { MinFlex = 3 }, new("age", "25+", 0, 4)],
        Ten.Pool.Select((p, i) => new Candidate(p.Id, [i < 2 ? "18-24" : "25+"])).ToList(), 4)).Infeasible!.Relaxations.ShouldBeEmpty();

    [Fact] public void Two_of_one_household_never_come_together()
    {
        var problem = new SortitionProblem(["age"], [new("age", "a", 1, 3), new("age", "b", 1, 3)],
            [.. Enumerable.Range(0, 8).Select(i => new Candidate($"p{i}", [i % 2 == 0 ? "a" : "b"], i < 6 ? $"h{i / 2}" : null))], 3);
        foreach (var rule in Enum.GetValues<SelectionRule>())
        {
            var result = Find(problem, rule);
            result.Panels.ShouldNotBeEmpty();
            result.Panels.ShouldAllBe(p => EveryPanel.IsValid(problem, p.Members), rule.ToString());
        }
        Find(problem).Probabilities.ShouldAllBe(p => Math.Abs(p - 0.375) < 1e-9);
    }

    [Fact] public void Too_few_households_is_told_without_blaming_a_quota()
    {
        var why = Find(new(["age"], [new("age", "a", 0, 3)], [.. Enumerable.Range(0, 6).Select(i => new Candidate($"p{i}", ["a"], $"h{i / 3}"))], 3)).Infeasible.ShouldNotBeNull();
        why.Conflict.ShouldBeEmpty();
        why.Relaxations.ShouldBeEmpty();
    }

    [Fact] public void Those_who_stay_are_in_every_panel_and_count_in_the_quotas()
    {
        var problem = new SortitionProblem(["age"], [new("age", "jeune", 2, 2), new("age", "autre", 2, 2)], Ten.Pool, 4, ["p1", "p5"]);
        var result = Find(problem);
        result.Panels.ShouldAllBe(p => EveryPanel.IsValid(problem, p.Members));
        result.Probabilities[4].ShouldBe(1, 1e-12);
        result.Probabilities[1].ShouldBe(1, 1e-12);
        result.Probabilities[9].ShouldBe(1.0 / 7, 1e-9);
    }

    [Fact] public void An_intersection_binds()
    {
        var pool = Enumerable.Range(0, 8).Select(i => new Candidate($"p{i}", [i % 2 == 0 ? "a" : "b", i < 4 ? "n" : "s"])).ToList();
        var problem = new SortitionProblem(["age", "lieu"], [new("age", "a", 1, 3), new("age", "b", 1, 3), new("lieu", "n", 1, 3), new("lieu", "s", 1, 3), new("age", "a", 0, 0) { OtherCategory = "lieu", OtherValue = "n" }], pool, 4);
        var result = Find(problem);
        result.Probabilities[0].ShouldBe(0, 1e-12);
        result.Panels.ShouldAllBe(p => EveryPanel.IsValid(problem, p.Members));
    }

    [Fact] public void A_cap_bounds_the_largest_probability_and_its_price_is_known()
    {
        var problem = HardPool.Make(60, 12, [2, 3, 3], "cap", 0.6);
        var free = Find(problem);
        var capped = FairLottery.Find(problem, new() { Cap = free.Probabilities.Max() - 0.05 }, TimeProvider.System, null, TestContext.Current.CancellationToken);
        if (capped.Infeasible is null && capped.Panels.Count > 0)
        {
            capped.Probabilities.Max().ShouldBeLessThanOrEqualTo(free.Probabilities.Max() - 0.05 + 1e-9);
            capped.Minimum.ShouldBeLessThanOrEqualTo(free.Minimum + 1e-9);
        }
    }

    [Fact] public void A_search_that_is_stopped_gives_what_it_has_and_says_how_far_it_is()
    {
        using var source = new CancellationTokenSource();
        var problem = HardPool.Make(120, 20, [2, 3, 4, 3], "stop");
        var result = FairLottery.Find(problem, new(), TimeProvider.System, new StopAfter(20, source), source.Token);
        result.Optimal.ShouldBeFalse();
        result.Panels.Count.ShouldBeGreaterThan(5);
        result.Panels.ShouldAllBe(p => EveryPanel.IsValid(problem, p.Members));
        result.Gap.ShouldBe(1 - result.Minimum / result.MinimumBound, 1e-12);
        result.MinimumBound.ShouldBe(Find(problem).Minimum, 1e-9);
    }

    private sealed class StopAfter(int reports, CancellationTokenSource source) : IProgress<SortitionProgress>
    {
        private int _seen;

        public void Report(SortitionProgress value)
        {
            if (++_seen == reports) source.Cancel();
        }
    }
}
