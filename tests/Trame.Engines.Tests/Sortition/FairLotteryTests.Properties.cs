using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.Sortition;

namespace Trame.Engines.Tests.Sortition;

public sealed partial class FairLotteryTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(60);

    private static void ForAny(Func<SortitionProblem, SelectionRule, bool> holds) =>
        Prop.ForAll(Gen.Choose(1000, 100_000).SelectMany(seed => Gen.Elements(SelectionRule.Leximin, SelectionRule.Maximin, SelectionRule.Nash).Select(rule => (seed, rule))).ToArbitrary(),
            drawn => holds(SmallPools.Make(drawn.seed), drawn.rule)).Check(Some);

    [Fact] public void Each_panel_is_valid_and_the_panels_give_the_probabilities() => ForAny((problem, rule) =>
    {
        var result = Find(problem, rule);
        if (result.Infeasible is not null) return EveryPanel.Of(problem).Count == 0;
        var given = new double[problem.Pool.Count];
        foreach (var panel in result.Panels)
            foreach (var i in panel.Members) given[i] += panel.Probability;
        return result.Panels.All(p => EveryPanel.IsValid(problem, p.Members) && p.Probability > 0) && Math.Abs(result.Panels.Sum(p => p.Probability) - 1) < 1e-12
            && Math.Abs(result.Probabilities.Sum() - problem.Size) < 1e-9 && given.Zip(result.Probabilities).All(p => Math.Abs(p.First - p.Second) < 1e-12);
    });

    [Fact] public void People_who_are_alike_have_the_same_probability() => ForAny((problem, rule) =>
    {
        var result = Find(problem, rule);
        return problem.Pool.Index().Where(p => p.Item.Household is null).GroupBy(p => string.Join('|', p.Item.Values)).All(alike => alike.Max(p => result.Probabilities[p.Index]) - alike.Min(p => result.Probabilities[p.Index]) < 1e-12);
    });

    [Fact] public void Names_and_orders_change_nothing() => ForAny((problem, rule) =>
    {
        var (told, turned) = (Find(problem, rule), Find(Turned(problem), rule));
        return rule == SelectionRule.Maximin ? Math.Abs(told.Minimum - turned.Minimum) < 1e-9 : told.Probabilities.Reverse().Zip(turned.Probabilities).All(p => Math.Abs(p.First - p.Second) < 1e-6);
    });

    [Theory]
    [InlineData(30445)] // a cut with weights as small as rounding errors made the programs that took it in contradict themselves
    [InlineData(30842)]
    [InlineData(34562)]
    [InlineData(2999)] // someone whom no panel can have held the others down to nothing
    [InlineData(7341)]
    [InlineData(15615)]
    [InlineData(23638)]
    [InlineData(6421)] // the same, where only the panels themselves tell who can be drawn
    [InlineData(13742)]
    public void Nash_is_proved_from_both_sides(int seed)
    {
        foreach (var problem in (SortitionProblem[])[SmallPools.Make(seed), Turned(SmallPools.Make(seed))])
        {
            var nash = Find(problem, SelectionRule.Nash);
            nash.Optimal.ShouldBeTrue();
            Promised(problem, nash).ShouldBeLessThan(1e-3);
        }
    }

    private static SortitionProblem Turned(SortitionProblem problem) => new([.. problem.Categories.Reverse()], [.. problem.Quotas.Reverse()],
        [.. problem.Pool.Reverse().Select(p => new Candidate($"autre {p.Id}", [.. p.Values.Reverse().Select(v => $" {v.ToUpperInvariant()}")], p.Household))], problem.Size);

    [Fact] public void No_rule_gives_a_smallest_probability_above_leximin_nor_a_product_above_nash() => ForAny((problem, _) =>
    {
        var (leximin, nash) = (Find(problem), Find(problem, SelectionRule.Nash));
        if (leximin.Infeasible is not null) return true;
        var possible = Enumerable.Range(0, problem.Pool.Count).Where(i => leximin.Probabilities[i] > 1e-9).ToArray();
        return nash.Minimum <= leximin.Minimum + 1e-8 && Math.Abs(Find(problem, SelectionRule.Maximin).Minimum - leximin.Minimum) < 1e-7
            && possible.Sum(i => Math.Log(nash.Probabilities[i])) >= possible.Sum(i => Math.Log(leximin.Probabilities[i])) - 1e-6;
    });

    [Fact] public void Nash_is_where_no_panel_promises_more() => ForAny((problem, _) =>
    {
        var nash = Find(problem, SelectionRule.Nash);
        return nash.Infeasible is not null || nash.Optimal && Promised(problem, nash) < 1e-3;
    });

    // Σ over a panel of 1/pᵢ ≤ n at the optimum of Σ ln pᵢ, where n is the number of people whom some panel has: by how much the worst panel is above.
    private static double Promised(SortitionProblem problem, SortitionResult nash)
    {
        var every = EveryPanel.Of(problem);
        return every.Max(panel => panel.Sum(i => 1 / nash.Probabilities[i])) - every.SelectMany(panel => panel).Distinct().Count();
    }

    [Fact] public void What_the_conflict_names_cannot_be_met_and_each_part_of_it_is_needed() // and the relaxation is enough
    {
        var seen = 0;
        for (var seed = 5000; seed < 5400; seed++)
        {
            var problem = SmallPools.Make(seed);
            if (Find(problem).Infeasible is not { Conflict.Count: > 0 } why) continue;
            seen++;
            EveryPanel.Of(Only(problem, why.Conflict)).ShouldBeEmpty($"seed {seed}");
            foreach (var part in why.Conflict) EveryPanel.Of(Only(problem, [.. why.Conflict.Where(c => c != part)])).ShouldNotBeEmpty($"seed {seed}: {part}");
            if (why.Relaxations.Count > 0) EveryPanel.Of(new(problem.Categories, [.. problem.Quotas.Select(q => why.Relaxations.FirstOrDefault(r => r.Quota == q) is { } r ? q with { Min = r.Min, Max = r.Max } : q)], problem.Pool, problem.Size)).ShouldNotBeEmpty($"seed {seed}");
        }
        seen.ShouldBeGreaterThan(10);
    }

    private static SortitionProblem Only(SortitionProblem problem, IReadOnlyList<QuotaBound> bounds) => new(problem.Categories,
        [.. bounds.Select(b => b.IsMinimum ? b.Quota with { Max = problem.Size } : b.Quota with { Min = 0 })], problem.Pool, problem.Size);
}
