namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Shares of votes with their uncertainty.</summary>
internal static class Shares
{
    private const double Z95 = 1.959964;

    /// <summary>Share with one success and one failure added, as the reference: never 0 nor 1.</summary>
    public static double Of(int votes, int seen) => (votes + 1.0) / (seen + 2);

    /// <summary>95 % interval of a share (Wilson 1927).</summary>
    public static (double Low, double High) Interval(int votes, int seen)
    {
        if (seen == 0) return (0, 1);
        var (n, p) = ((double)seen, (double)votes / seen);
        var middle = (p + (Z95 * Z95 / (2 * n))) / (1 + (Z95 * Z95 / n));
        var half = Z95 / (1 + (Z95 * Z95 / n)) * Math.Sqrt((p * (1 - p) / n) + (Z95 * Z95 / (4 * n * n)));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    /// <summary>z of the difference of two shares, and its smallest plausible value at 95 %, both with one success and one failure added to each (Agresti and Caffo 2000).</summary>
    public static (double Z, double Least) Difference(int votes, int seen, int otherVotes, int otherSeen)
    {
        var (a, b) = (Of(votes, seen), Of(otherVotes, otherSeen));
        var error = Math.Sqrt((a * (1 - a) / (seen + 2)) + (b * (1 - b) / (otherSeen + 2)));
        return ((a - b) / error, a - b - (Z95 * error));
    }

    /// <summary>Product of shares of several groups, with a 95 % interval: each share has a Beta(votes + 1, others + 1) law, the sum of logarithms is taken as normal with its exact mean and variance.</summary>
    public static (double Value, double Low, double High) Product(IEnumerable<(int Votes, int Seen)> groups)
    {
        var (value, mean, variance) = (1.0, 0.0, 0.0);
        foreach (var (votes, seen) in groups)
        {
            value *= Of(votes, seen);
            mean += Digamma(votes + 1) - Digamma(seen + 2);
            variance += Trigamma(votes + 1) - Trigamma(seen + 2);
        }

        var half = Z95 * Math.Sqrt(Math.Max(variance, 0));
        return (value, Math.Exp(mean - half), Math.Min(1, Math.Exp(mean + half)));
    }

    // Recurrence to 8, then the asymptotic series (Abramowitz and Stegun 6.3.18 and 6.4.12).
    private static double Digamma(double x)
    {
        var below = 0.0;
        for (; x < 8; x++) below -= 1 / x;
        var s = 1 / (x * x);
        return below + Math.Log(x) - (0.5 / x) - (s * ((1.0 / 12) - (s * ((1.0 / 120) - (s / 252)))));
    }

    private static double Trigamma(double x)
    {
        var below = 0.0;
        for (; x < 8; x++) below += 1 / (x * x);
        var s = 1 / (x * x);
        return below + (1 / x) + (s / 2) + (s / x * ((1.0 / 6) - (s * ((1.0 / 30) - (s / 42)))));
    }
}
