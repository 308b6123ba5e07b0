using Trame.Engines.Indicators.Areas;

namespace Trame.Engines.Indicators.Costs;

/// <summary>The beta law.</summary>
internal static class BetaLaw
{
    /// <summary>x such that P(B ≤ x) = p, by bisection to 1e-12.</summary>
    public static double Quantile(double a, double b, double p)
    {
        var (low, high) = (0.0, 1.0);
        while (high - low > 1e-12)
        {
            var middle = (low + high) / 2;
            if (Below(a, b, middle) < p) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>P(B ≤ x), by the continued fraction of the incomplete beta function (Didonato and Morris 1992).</summary>
    public static double Below(double a, double b, double x)
    {
        if (x is <= 0 or >= 1) return x <= 0 ? 0 : 1;
        var front = Math.Exp(GammaLaw.LogGamma(a + b) - GammaLaw.LogGamma(a) - GammaLaw.LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(a, b, x) / a : 1 - (front * Fraction(b, a, 1 - x) / b);
    }

    private static double Fraction(double a, double b, double x)
    {
        const double Tiny = 1e-300;
        double Held(double v) => Math.Abs(v) < Tiny ? Tiny : v;
        var (c, d) = (1.0, 1 / Held(1 - ((a + b) * x / (a + 1))));
        var h = d;
        for (var m = 1; m < 1000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Held(1 + (even * d));
            c = Held(1 + (even / c));
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Held(1 + (odd * d));
            c = Held(1 + (odd / c));
            h *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15) break;
        }

        return h;
    }
}
