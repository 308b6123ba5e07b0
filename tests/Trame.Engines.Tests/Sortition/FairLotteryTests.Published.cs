using System.Globalization;
using Trame.Engines.Sortition;

namespace Trame.Engines.Tests.Sortition;

public sealed partial class FairLotteryTests
{
    private static SortitionProblem Published(string folder, int size, string people = "respondents.csv", string categories = "categories.csv")
    {
        using var quotas = File.OpenText(SharedData.Path("sortition", folder, categories));
        using var pool = File.OpenText(SharedData.Path("sortition", folder, people));
        var reading = SortitionReader.Read(quotas, pool, size, []);
        reading.Fault.ShouldBeNull();
        return reading.Problem!;
    }

    [Theory]
    [InlineData("sf_scotland_fixture_22", 22, 1.0 / 11, 0.1404, 0.1412)] // run beside the reference implementation: minimum, Gini, geometric mean
    [InlineData("example_small_20", 20, 0.1, 0, 0.1)]
    [InlineData("example_large_200", 200, 0.1, 0, 0.1)]
    public void Leximin_of_public_pools_is_the_published_one(string folder, int size, double minimum, double gini, double geometric)
    {
        var result = Find(Published(folder, size));
        result.Optimal.ShouldBeTrue();
        result.Minimum.ShouldBe(minimum, 1e-6 * minimum);
        var sorted = result.Probabilities.Order().ToArray();
        (sorted.Select((p, i) => (2.0 * (i + 1) - sorted.Length - 1) * p).Sum() / (sorted.Length * sorted.Sum())).ShouldBe(gini, 6e-5);
        Math.Exp(sorted.Average(Math.Log)).ShouldBe(geometric, 6e-5);
        Find(Published(folder, size), SelectionRule.Maximin).Minimum.ShouldBe(minimum, 1e-6 * minimum);
    }

    [Theory]
    [InlineData("example_small_20", 20)]
    [InlineData("example_large_200", 200)]
    public void The_sorted_probabilities_are_the_published_ones(string folder, int size)
    {
        var published = File.ReadLines(SharedData.Path("sortition", "reference_output", $"{folder}_prob_allocs_data.csv")).Select(l => l.Split(',')).Where(c => c[0] == "LexiMin")
            .Select(c => double.Parse(c[2], CultureInfo.InvariantCulture)).Order().ToArray();
        var ours = Find(Published(folder, size)).Probabilities.Order().ToArray();
        published.Length.ShouldBe(ours.Length);
        for (var i = 0; i < ours.Length; i++) ours[i].ShouldBe(published[i], 1e-4);
    }

    [Fact] public void Columns_named_otherwise_and_flexible_bounds_give_the_same_pool()
    {
        var named = Published("sf_scotland_fixture_22", 22, "candidates.csv", "features.csv");
        named.Pool[0].Id.ShouldBe("p0"); // nationbuilder_id
        named.Quotas[0].MaxFlex.ShouldBe(12);
        Find(named).Minimum.ShouldBe(1.0 / 11, 1e-7);
    }

    [Fact] public void A_hundred_thousand_draws_agree_with_the_probabilities()
    {
        var result = Find(Published("sf_scotland_fixture_22", 22));
        var chance = new DrawStream("one hundred thousand");
        var seen = result.Panels.ToDictionary(p => p, _ => 0);
        for (var draw = 0; draw < 100_000; draw++) seen[result.Draw(chance)]++;
        var common = result.Panels.Where(p => p.Probability * 100_000 >= 5).ToList();
        var square = common.Sum(p => Math.Pow(seen[p] - 100_000 * p.Probability, 2) / (100_000 * p.Probability));
        (Math.Abs(square - common.Count) / Math.Sqrt(2 * common.Count)).ShouldBeLessThan(4); // four standard deviations of a chi-square
    }

    [Theory]
    [InlineData(90, 15, "2,4,3,4,3")]
    [InlineData(150, 30, "2,4,4,4,4,4,3")]
    public void Hard_pools_end_with_a_proof(int people, int size, string values)
    {
        var problem = HardPool.Make(people, size, [.. values.Split(',').Select(v => int.Parse(v, CultureInfo.InvariantCulture))], "preuve");
        var result = Find(problem);
        result.Optimal.ShouldBeTrue();
        result.Panels.ShouldAllBe(p => EveryPanel.IsValid(problem, p.Members));
        result.Minimum.ShouldBe(result.MinimumBound, 1e-9);
    }

    [Fact] public void The_greedy_rule_draws_valid_panels_and_guarantees_nothing()
    {
        var problem = Published("sf_scotland_fixture_22", 22);
        var result = FairLottery.Find(problem, new() { Rule = SelectionRule.Legacy, Seed = "avant", LegacyRuns = 200 }, TimeProvider.System, null, TestContext.Current.CancellationToken);
        result.Panels.ShouldAllBe(p => EveryPanel.IsValid(problem, p.Members));
        result.Optimal.ShouldBeFalse();
        result.Minimum.ShouldBeLessThan(result.MinimumBound);
        FairLottery.Find(problem, new() { Rule = SelectionRule.Legacy, Seed = "avant", LegacyRuns = 200 }, TimeProvider.System, null, TestContext.Current.CancellationToken).Probabilities.ShouldBe(result.Probabilities);
    }
}
