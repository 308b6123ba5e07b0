namespace Trame.Engines.Indicators.Costs;

/// <summary>Quantiles of hypotheses.</summary>
internal static class HypothesisDraw
{
    public static void Check(Hypothesis h)
    {
        if (string.IsNullOrWhiteSpace(h.Source)) throw new ArgumentException($"{h.Key}: a hypothesis says its source.");
        double[] values = h.Law switch { HypothesisLaw.Known => [h.Mode], HypothesisLaw.Triangular or HypothesisLaw.Pert => [h.Low, h.Mode, h.High], _ => [h.Low, h.High] };
        for (var i = 0; i < values.Length; i++)
            if (!(Math.Abs(values[i]) <= 1e15) || (i > 0 && values[i] < values[i - 1])) throw new ArgumentException($"{h.Key}: least, likeliest and most in this order, below 1e15.");
        if (values[0] == values[^1] && h.Law != HypothesisLaw.Known) throw new ArgumentException($"{h.Key}: least and most are the same; a value that is sure is known, and is said so.");
        if (h.Law == HypothesisLaw.LogNormal && !(h.Low > 0)) throw new ArgumentException($"{h.Key}: a log-normal amount is positive.");
    }

    public static double Quantile(Hypothesis h, double p) => h.Law switch
    {
        HypothesisLaw.Known => h.Mode,
        HypothesisLaw.Uniform => h.Low + (p * (h.High - h.Low)),
        HypothesisLaw.Triangular => Triangular(h, p),
        HypothesisLaw.Pert => h.Low + ((h.High - h.Low) * BetaLaw.Quantile(1 + (4 * (h.Mode - h.Low) / (h.High - h.Low)), 1 + (4 * (h.High - h.Mode) / (h.High - h.Low)), p)),
        _ => Math.Exp(((Math.Log(h.Low) + Math.Log(h.High)) / 2) + (OpinionMap.Robust.NormalLaw.Quantile(p) * (Math.Log(h.High) - Math.Log(h.Low)) / (2 * 1.6448536269514722))),
    };

    private static double Triangular(Hypothesis h, double p)
    {
        var (width, left) = (h.High - h.Low, h.Mode - h.Low);
        return p * width < left ? h.Low + Math.Sqrt(p * width * left) : h.High - Math.Sqrt((1 - p) * width * (width - left));
    }
}
