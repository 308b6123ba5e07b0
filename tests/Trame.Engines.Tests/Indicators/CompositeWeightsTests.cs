using FsCheck;
using FsCheck.Fluent;
using Trame.Engines.Indicators;

namespace Trame.Engines.Tests.Indicators;

public sealed class CompositeWeightsTests
{
    private static double[][] Table(int units, int columns, int seed)
    {
        var random = new Random(seed);
        var common = Enumerable.Range(0, units).Select(_ => random.NextDouble()).ToArray();
        return [.. Enumerable.Range(0, columns).Select(_ => common.Select(c => Math.Round((c * 5) + (random.NextDouble() * 5), 3)).ToArray())];
    }

    [Fact]
    public void Two_correlated_indicators_weigh_the_same_in_the_first_component()
    {
        var spec = Composite.Spec("\"weights\":\"first-component\"", "up", "down");
        var result = Composite.Of(spec, [1, 2, 3], [3, 2, 1]); // perfectly against each other, once turned the same
        Composite.Scores(result).ShouldBeNear(-Math.Sqrt(2), 0, Math.Sqrt(2)); // loadings 1/√2 each
        result.ExplainedShare!.Value.ShouldBe(1, 1e-12);
        result.Units[2].Gaps!.ShouldBeNear(Math.Sqrt(0.5), Math.Sqrt(0.5));
    }

    [Fact]
    public void The_first_component_is_that_of_repeated_multiplication()
    {
        var table = Table(40, 5, 7);
        double[][] z = [.. table.Select(Standard)];
        double[] loadings = [1, 1, 1, 1, 1]; // the power method of von Mises, on ZᵀZ
        for (var step = 0; step < 3000; step++)
        {
            var scores = Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 5).Sum(j => z[j][i] * loadings[j])).ToArray();
            loadings = [.. z.Select(c => c.Zip(scores, (a, b) => a * b).Sum())];
            var length = Math.Sqrt(loadings.Sum(l => l * l));
            loadings = [.. loadings.Select(l => l / length)];
        }

        string[] up = ["up", "up", "up", "up", "up"];
        Composite.Scores(Composite.Of(Composite.Spec("\"weights\":\"first-component\"", up), table)).ShouldBeNear([.. Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 5).Sum(j => z[j][i] * loadings[j]))]);
        var weighted = Composite.Of(Composite.Spec("\"weights\":\"pca\"", up), table);
        weighted.Indicators.Select(i => i.Weight!.Value).ShouldBeNear([.. loadings.Select(l => l / loadings.Sum())]);

        static double[] Standard(double[] x) => [.. x.Select(v => (v - x.Average()) / Math.Sqrt(x.Sum(w => (w - x.Average()) * (w - x.Average())) / (x.Length - 1)))];
    }

    [Fact]
    public void Each_unit_gets_the_weights_that_suit_it_best()
    {
        // (4, 0), (0, 4), (3, 3) touch the frontier; (2, 2) is at two thirds of (3, 3); (1, 0) at a quarter of (4, 0)
        BenefitOfDoubt.Of([[4, 0, 3, 2, 1], [0, 4, 3, 2, 0]]).ShouldBeNear(1, 1, 1, 2 / 3.0, 0.25);
        Should.Throw<ArgumentException>(() => BenefitOfDoubt.Of([[1, -1]]));
        Should.Throw<ArgumentException>(() => BenefitOfDoubt.Of([[0, 0]]));
    }

    [Fact]
    public void With_two_parts_the_best_weights_are_those_of_a_fine_grid() => Prop.ForAll((from n in Gen.Choose(2, 8) from a in Gen.ArrayOf(Gen.Choose(0, 20), n) from b in Gen.ArrayOf(Gen.Choose(0, 20), n) select (a, b)).ToArbitrary(), t =>
    {
        if (t.a.Max() == 0 || t.b.Max() == 0) return true;
        double[] x = [.. t.a], y = [.. t.b];
        var found = BenefitOfDoubt.Of([x, y]);
        // the best direction is one where two units meet, or an axis
        var directions = from p in Enumerable.Range(0, x.Length) from q in Enumerable.Range(0, x.Length) let d = (W: y[q] - y[p], V: x[p] - x[q]) where d.W >= 0 && d.V >= 0 && d.W + d.V > 0 select d;
        var all = directions.Concat([(1.0, 0.0), (0.0, 1.0)]).ToArray();
        return found.Select((f, i) => Math.Abs(f - all.Max(d => ((d.Item1 * x[i]) + (d.Item2 * y[i])) / x.Select((v, k) => (d.Item1 * v) + (d.Item2 * y[k])).Max())) < 1e-7).All(ok => ok);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_envelopment_never_gives_less_than_equal_weights_relative_to_the_best() => Prop.ForAll(Gen.Choose(0, 1000).ToArbitrary(), seed =>
    {
        var table = Table(12, 3, seed);
        var best = Composite.Scores(Composite.Of(Composite.Spec("\"weights\":\"envelopment\"", "up", "up", "up"), table));
        var equal = Composite.Scores(Composite.Of(Composite.Spec("", "up", "up", "up"), table));
        return best.Zip(equal, (b, e) => b >= (e / equal.Max()) - 1e-9 && b <= 1).All(ok => ok) && best.Max() > 1 - 1e-9;
    }).QuickCheckThrowOnFailure();
}
