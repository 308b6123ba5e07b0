using Trame.Engines.Indicators;

namespace Trame.Engines.Tests.Indicators;

public sealed class CompositeByHandTests
{
    private const double None = double.NaN;

    [Fact]
    public void Min_max_turns_what_is_bad_and_takes_the_mean()
    {
        // a: 10, 20, 30 gives 0, ½, 1; b, which is bad: 4, 0, 2 gives 0, 1, ½
        var result = Composite.Of(Composite.Spec("", "up", "down"), [10, 20, 30], [4, 0, 2]);
        Composite.Scores(result).ShouldBeNear(0, 0.75, 0.75);
        Composite.Ranks(result).ShouldBe([3, 1, 1]);
        result.Units[1].Gaps!.ShouldBeNear(0, 0.25); // mean score ½; a is at its mean, b is ½ above and weighs ½
        result.Units[2].Gaps!.ShouldBeNear(0.25, 0);
        result.Indicators.Select(i => i.Effect!.Value).ShouldBeNear(0.5, 0.5);
    }

    [Fact]
    public void Z_scores_are_over_n_minus_one()
    {
        Composite.Scores(Composite.Of(Composite.Spec("\"normalisation\":\"z\"", "up"), [1, 2, 3])).ShouldBeNear(-1, 0, 1);
        Composite.Scores(Composite.Of(Composite.Spec("\"normalisation\":{\"rule\":\"z\",\"mean\":100,\"deviation\":10}", "down"), [1, 2, 3])).ShouldBeNear(110, 100, 90);
    }

    [Fact]
    public void Ranks_share_their_place_and_go_from_zero_to_one() =>
        Composite.Scores(Composite.Of(Composite.Spec("\"normalisation\":\"rank\"", "up"), [5, 7, 7, 100, -1])).ShouldBeNear(0.25, 0.625, 0.625, 1, 0); // ranks 2, 3½, 3½, 5, 1

    [Fact]
    public void Distance_to_a_target_stops_at_the_target()
    {
        var spec = Composite.Read("""{"name":"t","units":{"id":"id"},"normalisation":"target","indicators":[{"column":"a","direction":"up","target":80,"floor":40},{"column":"b","direction":"down","target":0}]}""");
        var result = Composite.Of(spec, [40, 60, 90], [10, 5, 20]); // a: 0, ½, 1; b: its floor is the worst, 20: ½, ¾, 0
        result.Units.Select(u => u.Normalised[0]!.Value).ShouldBeNear(0, 0.5, 1);
        result.Units.Select(u => u.Normalised[1]!.Value).ShouldBeNear(0.5, 0.75, 0);
    }

    [Fact]
    public void Weights_are_those_given_as_soon_as_one_is_written()
    {
        var spec = Composite.Read("""{"name":"t","units":{"id":"id"},"indicators":[{"column":"a","direction":"up","weight":3},{"column":"b","direction":"up"}]}""");
        Composite.Scores(Composite.Of(spec, [0, 1], [1, 0])).ShouldBeNear(0.25, 0.75);
        Composite.Scores(Composite.Of(spec with { Combination = Combination.Mean }, [0, 1], [1, 0])).ShouldBeNear(0.5, 0.5);
    }

    [Fact]
    public void A_geometric_mean_forgives_less()
    {
        var spec = Composite.Spec("\"normalisation\":\"none\",\"aggregation\":\"geometric\"", "up", "up");
        Composite.Scores(Composite.Of(spec, [4, 1, 0], [4, 16, 9])).ShouldBeNear(4, 4, 0);
        CompositeIndex.Of(spec, new(2, [[1, -1], [1, 1]])).Problem.ShouldBe(new(CompositeFault.Negative, 0, Unit: 1, Detail: -1));
    }

    [Fact]
    public void Groups_are_rescaled_before_they_meet()
    {
        // First group: means 0, ½, ½ become 0, 1, 1; second: 1, 0, ½ stays
        var result = Composite.Of(Composite.Spec("""
            "groups":[{"name":"G","indicators":["a","b"],"rescale":"min-max","weight":1},{"name":"H","indicators":["c"],"weight":3}],"rescale":"min-max"
            """, "up", "up", "up"), [0, 1, 0], [0, 0, 1], [8, 0, 4]);
        result.Units.Select(u => u.Groups[0]!.Value).ShouldBeNear(0, 1, 1);
        Composite.Scores(result).ShouldBeNear(1, 0, (0.625 - 0.25) / 0.5); // 0.75, 0.25, 0.625 before
        result.Units[0].Gaps!.Sum().ShouldBe(1 - Composite.Scores(result).Average(), 1e-12);
    }

    [Fact]
    public void A_missing_value_follows_its_rule()
    {
        double[][] data = [[0, 1, None, 0.5], [0, 1, 1, None]];
        double[] With(string rule) => Composite.Scores(Composite.Of(Composite.Spec($"\"missing\":{rule}", "up", "up"), data));
        With("\"drop\"").ShouldBeNear(0, 1, None, None);
        With("\"available\"").ShouldBeNear(0, 1, 1, 0.5);
        With("\"mean\"").ShouldBeNear(0, 1, 0.75, (0.5 + (2 / 3.0)) / 2);
        With("\"median\"").ShouldBeNear(0, 1, 0.75, 0.75);
        With("{\"rule\":\"mean\",\"least\":0.6}").ShouldBeNear(0, 1, None, None);
    }

    [Fact]
    public void A_parent_lends_its_mean_by_population()
    {
        var spec = Composite.Spec("\"normalisation\":\"none\",\"missing\":{\"rule\":\"parent\",\"least\":0}", "up");
        var reading = CompositeIndex.Of(spec, new(4, [[1, 4, None, None]], [100, 50, 7, 7], [0, 0, 0, 1]));
        Composite.Scores(reading.Result!).ShouldBeNear(1, 4, None, None); // a unit that has nothing of its own is not scored, whatever its parent
        var two = Composite.Spec("\"normalisation\":\"none\",\"missing\":\"parent\"", "up", "up");
        Composite.Scores(CompositeIndex.Of(two, new(4, [[1, 4, None, None], [0, 0, 6, 6]], [100, 50, 7, 7], [0, 0, 0, 1])).Result!).ShouldBeNear(0.5, 2, 4, None); // (100 + 200)/150 = 2 with 6
    }

    [Fact]
    public void What_nobody_has_leaves_its_weight_to_the_others()
    {
        Composite.Scores(Composite.Of(Composite.Spec("\"missing\":\"available\"", "up", "up"), [0, 1, 3], [None, None, None])).ShouldBeNear(0, 1 / 3.0, 1);
        foreach (var rule in (string[])["z", "rank", "exponential", "none"])
            Composite.Of(Composite.Spec($"\"missing\":\"available\",\"normalisation\":\"{rule}\"", "up", "up"), [0, 1, 3], [None, None, None]).Units.ShouldAllBe(u => u.Score != null && u.Gaps == null);
    }

    [Fact]
    public void A_unit_whose_values_weigh_nothing_is_not_scored()
    {
        // b goes against a and c: the first component leaves it without weight, and the last unit has nothing else
        var result = Composite.Of(Composite.Spec("\"missing\":{\"rule\":\"available\",\"least\":0.2},\"weights\":\"pca\",\"classes\":2", "up", "up", "up"), [1, 2, 3, 4, None], [4, 3, 2, 1, 2], [1, 2, 3, 5, None]);
        result.Indicators[1].Weight.ShouldBe(0);
        Composite.Ranks(result).ShouldBe([4, 3, 2, 1, null]);
    }

    [Fact]
    public void Extreme_values_are_brought_back()
    {
        var tukey = Composite.Of(Composite.Spec("\"outliers\":\"tukey\",\"normalisation\":\"none\"", "up"), [1, 2, 3, 4, 100]);
        Composite.Scores(tukey).ShouldBeNear(1, 2, 3, 4, 7); // quartiles 2 and 4: 4 + 1.5 × 2
        tukey.Indicators[0].Treated.ShouldBe(1);
        Composite.Scores(Composite.Of(Composite.Spec("\"outliers\":{\"rule\":\"winsorise\",\"low\":0.25,\"high\":0.75},\"normalisation\":\"none\"", "up"), [1, 2, 3, 4, 100])).ShouldBeNear(2, 2, 3, 4, 4);
        Composite.Of(Composite.Spec("\"outliers\":\"tukey\"", "up"), [0, 0, 0, 0, 9]).Indicators[0].Treated.ShouldBe(0); // equal quartiles tell no scale
    }

    [Fact]
    public void The_exponential_rank_puts_the_highest_at_100_and_the_ninth_tenth_near_50()
    {
        double[] values = [.. Enumerable.Range(1, 10)];
        var scores = Composite.Scores(Composite.Of(Composite.Spec("\"normalisation\":\"exponential\"", "up"), values));
        scores[9].ShouldBe(100, 1e-9);
        scores[8].ShouldBe(-23 * Math.Log(1 - (0.9 * (1 - Math.Exp(-100.0 / 23)))), 1e-9);
        scores[8].ShouldBe(50, 0.5);
    }

    [Fact]
    public void Classes_hold_the_same_population()
    {
        var result = CompositeIndex.Of(Composite.Spec("\"classes\":2", "up"), new(4, [[1, 2, 3, 4]], [10, 10, 10, 1000])).Result!;
        result.Units.Select(u => u.Class).ShouldBe([1, 1, 1, 2]);
        Composite.Of(Composite.Spec("\"classes\":2", "up"), [1, 2, 3, 4]).Units.Select(u => u.Class).ShouldBe([1, 1, 2, 2]);
    }

    [Fact]
    public void An_indicator_without_direction_is_shown_and_not_counted()
    {
        var result = Composite.Of(Composite.Spec("", "up", "unsaid"), [1, 2], [None, 7]);
        Composite.Scores(result).ShouldBeNear(0, 1);
        result.Indicators[1].ShouldBe(new(null, 1, 0, 7, 7, 7, null, null, null));
    }

    [Fact]
    public void What_cannot_be_computed_says_where()
    {
        CompositeProblem? Problem(CompositeSpec spec, params double[][] columns) => CompositeIndex.Of(spec, new(columns[0].Length, columns)).Problem;
        Problem(Composite.Spec("", "up", "up"), [1, 2], [3, 3]).ShouldBe(new(CompositeFault.Constant, 1, Detail: 3));
        Problem(Composite.Spec("", "up"), [1, None]).ShouldBe(new(CompositeFault.TooFewUnits, Detail: 1));
        Problem(Composite.Spec("\"normalisation\":\"z\"", "up"), [1, 1e300])!.Fault.ShouldBe(CompositeFault.TooLarge);
        Problem(Composite.Read("""{"name":"t","units":{"id":"id"},"indicators":[{"column":"a","direction":"up","transform":"log"}]}"""), [0, 1])!.Fault.ShouldBe(CompositeFault.OutsideTransform);
        Problem(Composite.Read("""{"name":"t","units":{"id":"id"},"indicators":[{"column":"a","direction":"up","weight":0}]}"""), [0, 1])!.Fault.ShouldBe(CompositeFault.NoWeight);
        Problem(Composite.Spec("\"uncertainty\":{\"normalisation\":[\"min-max\",\"z\"],\"aggregation\":[\"arithmetic\",\"geometric\"]}", "up", "up"), [1, 2, 4], [3, 5, 4])!.ShouldSatisfyAllConditions(p => p.Fault.ShouldBe(CompositeFault.Negative), p => p.IsOfTrial.ShouldBeTrue());
    }
}
