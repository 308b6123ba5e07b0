namespace Trame.Engines.Indicators.Areas;

/// <summary>The gamma law, and what follows from it: Poisson, chi-squared.</summary>
internal static class GammaLaw
{
    private const int Steps = 10_000;

    /// <summary>ln Γ(x) for x &gt; 0, to about 1e-14 (Lanczos 1964, seven terms of Godfrey).</summary>
    public static double LogGamma(double x)
    {
        if (x < 0.5) return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        ReadOnlySpan<double> c = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];
        x--;
        var (sum, t) = (c[0], x + 7.5);
        for (var i = 1; i < 9; i++) sum += c[i] / (x + i);
        return (0.5 * Math.Log(2 * Math.PI)) + ((x + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    /// <summary>P(G ≤ x) for shape a and scale 1: series below a + 1, continued fraction of Lentz above.</summary>
    public static double Below(double a, double x) => x <= 0 ? 0 : double.IsPositiveInfinity(x) ? 1 : x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);

    /// <summary>P(G &gt; x).</summary>
    public static double Above(double a, double x) => x <= 0 ? 1 : double.IsPositiveInfinity(x) ? 0 : x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);

    /// <summary>x such that P(G ≤ x) = p, by bisection on a logarithmic scale to 1e-12.</summary>
    public static double Quantile(double a, double p)
    {
        if (p <= 0 || a <= 0) return 0;
        if (p >= 1) return double.PositiveInfinity;
        var (low, high) = (-800.0, Math.Log(a + 40 + (12 * Math.Sqrt(a)) + 700));
        for (var step = 0; step < 200 && high - low > 1e-13; step++)
        {
            var middle = (low + high) / 2;
            if (Below(a, Math.Exp(middle)) < p) low = middle;
            else high = middle;
        }

        return Math.Exp((low + high) / 2);
    }

    /// <summary>P(χ² &gt; x) with so many degrees of freedom.</summary>
    public static double ChiSquaredAbove(double x, double freedom) => Above(freedom / 2, x / 2);

    /// <summary>P(N ≤ count) for a Poisson law.</summary>
    public static double PoissonAtMost(double count, double mean) => count < 0 ? 0 : mean <= 0 ? 1 : Above(Math.Floor(count) + 1, mean);

    private static double Series(double a, double x)
    {
        var (term, sum) = (1 / a, 1 / a);
        for (var n = 1; n < Steps && Math.Abs(term) > 1e-16 * Math.Abs(sum); n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return Math.Clamp(sum * Math.Exp((a * Math.Log(x)) - x - LogGamma(a)), 0, 1);
    }

    private static double Fraction(double a, double x)
    {
        const double Tiny = 1e-300;
        var b = x + 1 - a;
        var (c, d) = (1 / Tiny, 1 / b);
        var h = d;
        for (var i = 1; i < Steps; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = (an * d) + b;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = b + (an / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            h *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16) break;
        }

        return Math.Clamp(h * Math.Exp((a * Math.Log(x)) - x - LogGamma(a)), 0, 1);
    }
}
