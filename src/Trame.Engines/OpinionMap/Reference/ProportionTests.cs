namespace Trame.Engines.OpinionMap.Reference;

/// <summary>The two tests on proportions of the reference pipeline, each with one success and one trial added beforehand.</summary>
/// <remarks>Source: Small, Bjorkegren, Erkkilä, Shaw and Megill, "Polis: scaling deliberation by mapping high dimensional opinion spaces" (2021), and the definitions of its open mathematics.</remarks>
public static class ProportionTests
{
    /// <summary>One-sided 90 %.</summary>
    public const double Z90 = 1.2816;

    /// <summary>z of a proportion against one half: 2·√(n+1)·((s+1)/(n+1) − ½).</summary>
    /// <param name="successes">0 ≤ successes ≤ trials.</param>
    /// <param name="trials">Number of votes, passes included.</param>
    public static double AgainstHalf(int successes, int trials) => 2 * Math.Sqrt(trials + 1) * (((successes + 1.0) / (trials + 1)) - 0.5);

    /// <summary>z of the difference of two proportions with a pooled variance; 0 when the pooled proportion is 1.</summary>
    public static double Between(int successesIn, int successesOut, int trialsIn, int trialsOut)
    {
        var (sIn, sOut, nIn, nOut) = (successesIn + 1.0, successesOut + 1.0, trialsIn + 1.0, trialsOut + 1.0);
        var pooled = (sIn + sOut) / (nIn + nOut);
        return pooled == 1 ? 0 : ((sIn / nIn) - (sOut / nOut)) / Math.Sqrt(pooled * (1 - pooled) * ((1 / nIn) + (1 / nOut)));
    }
}
