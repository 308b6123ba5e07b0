using Trame.Engines.OpinionMap;

namespace Trame.Engines.Indicators.Costs;

/// <summary>What an action would have avoided, under hypotheses that are stated: quantiles, what each hypothesis does, and where gain turns into loss.</summary>
/// <remarks>
/// Hypotheses are drawn independently of each other: two that go together must be written as one. Each line is a product; over years it is Σ product / (1 + d)^t, t from 0, the last year in part.
/// Variance shares by two samples and their mixtures (Saltelli and others 2010, estimators of Jansen 1999): (hypotheses + 2) · draws evaluations. Break-even by bisection where the net changes its sign.
/// An estimate tells what hypotheses imply; it proves no effect. Quality of life is not money: say it beside. Deterministic for a seed.
/// </remarks>
public static class AvoidedCosts
{
    /// <summary>The estimate.</summary>
    /// <param name="hypotheses">At least one, keys unique, each with its source.</param>
    /// <param name="lines">At least one; every hypothesis is used.</param>
    /// <param name="draws">1,000 to 1,000,000.</param>
    /// <param name="seed">Of the draws.</param>
    /// <exception cref="ArgumentException">A hypothesis without source, out of order or unknown, a line without factors, a number of draws out of its range.</exception>
    public static AvoidedCostEstimate Of(IReadOnlyList<Hypothesis> hypotheses, IReadOnlyList<AmountLine> lines, int draws = 10_000, ulong seed = 1)
    {
        var model = new AmountModel(hypotheses, lines);
        if (draws is < 1000 or > 1_000_000) throw new ArgumentException("draws: 1,000 to 1,000,000.", nameof(draws));
        var (k, random) = (hypotheses.Count, new SeededRandom(seed));
        double[][] Sample() => [.. Enumerable.Range(0, draws).Select(_ => hypotheses.Select(h => HypothesisDraw.Quantile(h, random.NextDouble())).ToArray())];
        var (a, b) = (Sample(), Sample());
        var (first, second) = (Array.ConvertAll(a, model.Amounts), Array.ConvertAll(b, x => model.Amounts(x).Net));
        var all = first.Select(f => f.Net).Concat(second).ToArray();
        var mean = all.Average();
        var variance = all.Average(v => (v - mean) * (v - mean));
        return new()
        {
            Net = Spread(first.Select(f => f.Net)), Avoided = Spread(first.Select(f => f.Avoided)), Spent = Spread(first.Select(f => f.Spent)),
            ChanceOfGain = first.Count(f => f.Net > 0) / (double)draws,
            Tornado = [.. Enumerable.Range(0, k).Select(Effect).OrderByDescending(e => Math.Abs(e.AtHigh - e.AtLow)).ThenBy(e => e.Key, StringComparer.Ordinal)],
        };

        HypothesisEffect Effect(int h)
        {
            var (one, total) = (0.0, 0.0);
            for (var d = 0; d < draws; d++)
            {
                var mixed = model.Amounts([.. a[d].Select((v, i) => i == h ? b[d][h] : v)]).Net;
                one += (second[d] - mixed) * (second[d] - mixed) / (2.0 * draws);
                total += (first[d].Net - mixed) * (first[d].Net - mixed) / (2.0 * draws);
            }

            var (breakEven, isWithin) = BreakEven.Of(model, hypotheses, h);
            double At(double p) => model.At(hypotheses, h, HypothesisDraw.Quantile(hypotheses[h], p));
            return new(hypotheses[h].Key, At(0.1), At(0.9), breakEven, isWithin, variance > 0 ? 1 - (one / variance) : 0, variance > 0 ? total / variance : 0);
        }
    }

    private static AmountSpread Spread(IEnumerable<double> amounts)
    {
        double[] sorted = [.. amounts.Order()];
        double Q(double p) => SampleStatistics.QuantileOfSorted(sorted, p);
        return new(Q(0.025), Q(0.1), Q(0.5), Q(0.9), Q(0.975));
    }
}
