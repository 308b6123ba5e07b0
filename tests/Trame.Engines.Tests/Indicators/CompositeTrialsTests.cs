using Trame.Engines.Indicators;

namespace Trame.Engines.Tests.Indicators;

public sealed class CompositeTrialsTests
{
    private static readonly double[][] Twelve = [.. Enumerable.Range(0, 4).Select(j => Enumerable.Range(0, 12).Select(i => (double)(((i * (7 + (4 * j))) % 13) + (i * i % (5 + j)))).ToArray())];
    private static readonly string[] Ups = ["up", "up", "down", "up"];

    private static CompositeResult Run(string uncertainty) => Composite.Of(Composite.Spec($"\"uncertainty\":{uncertainty}", Ups), Twelve);

    [Fact]
    public void When_choices_are_few_every_one_is_computed()
    {
        var u = Run("""{"normalisation":["min-max","z","rank"],"weights":["equal","pca"],"outliers":["keep","tukey"]}""").Uncertainty!;
        (u.Runs, u.IsComplete).ShouldBe((12, true));
        u.Choices.Select(c => c.Kind).ShouldBe([ChoiceKind.Normalisation, ChoiceKind.Weights, ChoiceKind.Outliers]);
        u.Choices.ShouldAllBe(c => c.First <= c.Total + 1e-12 && c.First >= -1e-12 && c.Total <= 1 + 1e-12);
        u.Choices.Sum(c => c.First!.Value).ShouldBeLessThanOrEqualTo(1 + 1e-12);
        u.Choices.Sum(c => c.Total!.Value).ShouldBeGreaterThanOrEqualTo(1 - 1e-12);
    }

    [Fact]
    public void Shares_of_variance_are_those_of_the_table_of_runs()
    {
        // The same by hand: mean shift for each pair of choices, then means by row and by column.
        string[] rules = ["min-max", "z", "rank"], weights = ["equal", "pca"];
        var basis = Ranks("min-max", "equal");
        double[][] shift = [.. rules.Select(r => weights.Select(w => Ranks(r, w).Zip(basis, (a, b) => Math.Abs(a - b)).Average()).ToArray())];
        var mean = shift.SelectMany(s => s).Average();
        var variance = shift.SelectMany(s => s).Average(v => (v - mean) * (v - mean));
        var byRule = shift.Average(row => (row.Average() - mean) * (row.Average() - mean));
        var byWeight = Enumerable.Range(0, 2).Average(w => shift.Average(row => row[w]) is var m ? (m - mean) * (m - mean) : 0);
        var u = Run("""{"normalisation":["min-max","z","rank"],"weights":["equal","pca"]}""").Uncertainty!;
        u.MeanShift.ShouldBe(mean, 1e-6);
        u.Choices[0].First!.Value.ShouldBe(byRule / variance, 1e-5);
        u.Choices[1].First!.Value.ShouldBe(byWeight / variance, 1e-5);
        u.Choices[0].Total!.Value.ShouldBe(1 - (byWeight / variance), 1e-5);
        u.Choices[1].Total!.Value.ShouldBe(1 - (byRule / variance), 1e-5);

        double[] Ranks(string rule, string weight)
        {
            var scores = Composite.Scores(Composite.Of(Composite.Spec($"\"normalisation\":\"{rule}\",\"weights\":\"{weight}\"", Ups), Twelve));
            return [.. scores.Select(s => 1 + scores.Count(o => o > s + 1e-12) + ((scores.Count(o => Math.Abs(o - s) <= 1e-12) - 1) / 2.0))];
        }
    }

    [Fact]
    public void Draws_find_the_shares_that_counting_finds()
    {
        const string Choices = "\"normalisation\":[\"min-max\",\"z\",\"rank\"],\"weights\":[\"equal\",\"pca\"],\"leaveOut\":true";
        var exact = Run($"{{{Choices}}}").Uncertainty!;
        exact.IsComplete.ShouldBeTrue();
        var drawn = Run($"{{{Choices},\"weightSpread\":1e-9,\"runs\":4000}}").Uncertainty!; // a spread that changes nothing forces draws
        drawn.IsComplete.ShouldBeFalse();
        for (var c = 0; c < 2; c++)
        {
            drawn.Choices[c].First!.Value.ShouldBe(exact.Choices[c].First!.Value, 5 * drawn.Choices[c].FirstError);
            drawn.Choices[c].Total!.Value.ShouldBe(exact.Choices[c].Total!.Value, 5 * drawn.Choices[c].TotalError);
        }

        drawn.Choices.Single(c => c.Kind == ChoiceKind.WeightSpread).Total!.Value.ShouldBe(0, 0.01); // ties are broken, no more
        drawn.MeanShift.ShouldBe(exact.MeanShift, 0.05);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer_and_another_does_not()
    {
        string Told(int seed) => string.Join(' ', Run($"{{\"weightSpread\":0.5,\"runs\":200,\"seed\":{seed}}}").Uncertainty!.Units.Select(r => $"{r!.Low}-{r.Median}-{r.High}")) + Run($"{{\"weightSpread\":0.5,\"runs\":200,\"seed\":{seed}}}").Uncertainty!.MeanShift;
        Told(1).ShouldBe(Told(1));
        Told(1).ShouldNotBe(Told(2));
    }

    [Fact]
    public void A_unit_ahead_of_all_on_everything_stays_first_under_any_choice()
    {
        var result = Composite.Of(Composite.Spec("""
            "uncertainty":{"normalisation":["min-max","rank",{"rule":"z","mean":100,"deviation":10}],"aggregation":["arithmetic","geometric","non-compensatory"],"weightSpread":1,"leaveOut":true,"runs":200}
            """, "up", "down"), [1, 2, 3, 9], [8, 5, 6, 1]);
        var first = result.Uncertainty!.Units[3]!;
        (first.Low, first.Median, first.High, first.Scored).ShouldBe((1, 1, 1, 1));
        result.Uncertainty.Units[0]!.ShouldSatisfyAllConditions(r => r.Low.ShouldBe(4), r => r.High.ShouldBe(4));
        first.Driver.ShouldBe(-1);
    }

    [Fact]
    public void Errors_of_the_data_widen_the_intervals()
    {
        CompositeUncertainty With(double error) => Composite.Of(Composite.Read(System.FormattableString.Invariant($$"""
            {"name":"t","units":{"id":"id"},"indicators":[{"column":"a","direction":"up","error":{{error}} },{"column":"b","direction":"up"}],"uncertainty":{"data":true,"runs":300} }
            """)), Twelve[0], Twelve[1]).Uncertainty!;
        double Width(CompositeUncertainty u) => u.Units.Average(r => r!.High - r.Low);
        Width(With(5)).ShouldBeGreaterThan(Width(With(0.5)));
        With(0).Choices.ShouldBeEmpty();
    }
}
