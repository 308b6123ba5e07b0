namespace Trame.Engines.Indicators;

/// <summary>Members put together: one figure per unit, the weights that made it, and, for an order of units, the order.</summary>
/// <param name="Scores">One per unit.</param>
/// <param name="Weights">One per member.</param>
/// <param name="Explained">Share of the variance that the first component holds, when one was asked.</param>
/// <param name="Order">The order of the units, when one was asked.</param>
/// <param name="Slopes">What one more of each member gives, when it is the same everywhere; otherwise null.</param>
internal sealed record Combined(double[] Scores, double[] Weights, double? Explained = null, PairwiseOrder? Order = null, double[]? Slopes = null);

/// <summary>Puts members together. A member that is missing for a unit leaves its weight to the others.</summary>
internal static class Combiner
{
    public const int MostCompared = 3000;

    public static Combined Of(double[][] members, double[] given, double[] factors, WeightRule rule, Aggregation aggregation, Func<int, CompositeProblem> at, bool prove, CancellationToken stop)
    {
        if (rule == WeightRule.FirstComponent) return Component(members, at);
        if (rule == WeightRule.Envelopment) return new(Envelopment(members, at, stop), [.. members.Select(_ => 1.0 / members.Length)]);
        var (weights, explained) = Weights(members, given, rule, at);
        for (var j = 0; j < weights.Length; j++) weights[j] *= factors[j];
        var total = weights.Sum();
        if (!(total > 0)) throw new CompositeException(new(CompositeFault.NoWeight));
        if (aggregation != Aggregation.Sum) weights = [.. weights.Select(w => w / total)];
        if (aggregation == Aggregation.NonCompensatory) return NonCompensatory(members, weights, explained, prove, stop);
        if (aggregation == Aggregation.Geometric) NoNegative(members, at);
        return new([.. Enumerable.Range(0, members[0].Length).Select(i => One(members, weights, i, aggregation))], weights, explained,
            Slopes: aggregation is Aggregation.Arithmetic or Aggregation.Sum ? weights : null);
    }

    private static (double[], double?) Weights(double[][] members, double[] given, WeightRule rule, Func<int, CompositeProblem> at)
    {
        if (rule == WeightRule.Given) return ([.. given], null);
        if (rule != WeightRule.Pca || members.Length == 1) return ([.. members.Select(_ => 1.0)], null);
        NotConstant(members, at);
        var (loadings, share) = PrincipalComponent.First(members);
        return ([.. loadings.Select(l => Math.Max(0, l))], share);
    }

    private static double One(double[][] members, double[] weights, int unit, Aggregation aggregation)
    {
        var (sum, there, whole) = (0.0, 0.0, 0.0);
        for (var j = 0; j < members.Length; j++)
        {
            whole += weights[j];
            if (double.IsNaN(members[j][unit])) continue;
            there += weights[j];
            if (weights[j] > 0) sum += weights[j] * (aggregation == Aggregation.Geometric ? Math.Log(members[j][unit]) : members[j][unit]);
        }

        return !(there > 0) ? double.NaN : aggregation switch { Aggregation.Geometric => Math.Exp(sum / there), Aggregation.Sum => sum * (whole / there), _ => sum / there };
    }

    private static Combined Component(double[][] members, Func<int, CompositeProblem> at)
    {
        NotConstant(members, at);
        var (loadings, share) = PrincipalComponent.First(members);
        double[][] z = [.. members.Select((m, j) => Normaliser.Of(m, new(NormalisationRule.ZScore), at(j)))];
        double[] scores = [.. Enumerable.Range(0, members[0].Length).Select(i => One(z, loadings, i))];
        return new(scores, loadings, share, Slopes: [.. loadings.Select((l, j) => l / SampleStatistics.Deviation(members[j]))]);

        // A missing member counts as its mean, which is 0.
        static double One(double[][] z, double[] loadings, int unit) => Enumerable.Range(0, z.Length).Sum(j => double.IsNaN(z[j][unit]) ? 0 : loadings[j] * z[j][unit]);
    }

    private static double[] Envelopment(double[][] members, Func<int, CompositeProblem> at, CancellationToken stop)
    {
        NoNegative(members, at);
        for (var j = 0; j < members.Length; j++)
            if (!members[j].Any(v => v > 0)) throw new CompositeException(at(j) with { Fault = CompositeFault.Constant, Detail = 0 });
        return BenefitOfDoubt.Of([.. members.Select(m => (double[])[.. m.Select(v => double.IsNaN(v) ? 0 : v)])], stop); // a missing member gives nothing
    }

    private static Combined NonCompensatory(double[][] members, double[] weights, double? explained, bool prove, CancellationToken stop)
    {
        var n = members[0].Length;
        if (n > MostCompared) throw new CompositeException(new(CompositeFault.TooManyUnits, Detail: MostCompared));
        double[][] ranks = [.. members.Select(SampleStatistics.Ranks)]; // what rounding alone tells apart is the same
        var (over, scores) = (new double[n, n], new double[n]);
        for (var a = 0; a < n; a++)
            for (var b = a + 1; b < n; b++)
            {
                (over[a, b], over[b, a]) = Compare(ranks, weights, a, b);
                (scores[a], scores[b]) = (scores[a] + (over[a, b] / (n - 1)), scores[b] + (over[b, a] / (n - 1)));
            }

        return new(scores, weights, explained, KemenyOrder.Of(over, prove, stop));
    }

    private static (double, double) Compare(double[][] ranks, double[] weights, int a, int b)
    {
        var (first, second) = (0.0, 0.0);
        for (var j = 0; j < ranks.Length; j++)
        {
            var (x, y, weight) = (ranks[j][a], ranks[j][b], weights[j]);
            if (x > y) first += weight;
            else if (x < y) second += weight;
            else if (!double.IsNaN(x) && !double.IsNaN(y)) (first, second) = (first + (weight / 2), second + (weight / 2)); // neither counts where one is missing
        }

        return first + second > 0 ? (first / (first + second), second / (first + second)) : (0.5, 0.5);
    }

    private static void NoNegative(double[][] members, Func<int, CompositeProblem> at)
    {
        for (var j = 0; j < members.Length; j++)
            if (Array.FindIndex(members[j], v => v < 0) is >= 0 and var unit) throw new CompositeException(at(j) with { Fault = CompositeFault.Negative, Unit = unit, Detail = members[j][unit] });
    }

    private static void NotConstant(double[][] members, Func<int, CompositeProblem> at)
    {
        for (var j = 0; j < members.Length; j++) _ = Normaliser.Of(members[j], new(NormalisationRule.ZScore), at(j));
    }
}
