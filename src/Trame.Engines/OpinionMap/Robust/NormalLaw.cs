namespace Trame.Engines.OpinionMap.Robust;

/// <summary>The standard normal law.</summary>
internal static class NormalLaw
{
    public static double Density(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    /// <summary>P(Z &gt; x), relative error below 1.2e-7 everywhere (Chebyshev fit of Press et al., Numerical Recipes, section 6.2).</summary>
    public static double Above(double x)
    {
        var z = Math.Abs(x) / Math.Sqrt(2);
        var t = 1 / (1 + (0.5 * z));
        ReadOnlySpan<double> c = [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];
        var sum = 0.0;
        for (var i = c.Length - 1; i >= 0; i--) sum = (sum * t) + c[i];
        var upper = 0.5 * t * Math.Exp((-z * z) + sum);
        return x >= 0 ? upper : 1 - upper;
    }

    /// <summary>x such that P(Z ≤ x) = p, by bisection to 1e-10; p is held within 1e-9 of the ends.</summary>
    public static double Quantile(double p)
    {
        p = Math.Clamp(p, 1e-9, 1 - 1e-9);
        var (low, high) = (-6.5, 6.5);
        while (high - low > 1e-10)
        {
            var middle = (low + high) / 2;
            if (1 - Above(middle) < p) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
