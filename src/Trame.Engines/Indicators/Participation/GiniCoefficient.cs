namespace Trame.Engines.Indicators.Participation;

/// <summary>How concentrated a quantity is between those who share it (Gini 1912).</summary>
/// <remarks>G = Σᵢ (2i − n − 1) xᵢ / ((n − 1) Σ x), with x in ascending order and i from 1: 0 when all hold alike, 1 when one holds all. The factor n / (n − 1) of small numbers is in it. O(n log n); deterministic; thread-safe.</remarks>
public static class GiniCoefficient
{
    /// <summary>The coefficient; null when fewer than two share it or there is nothing to share.</summary>
    /// <param name="values">One per person, 0 for who has none; in any order and any unit.</param>
    /// <exception cref="ArgumentException">A number is negative, infinite or missing.</exception>
    public static double? Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Any(v => !(v >= 0 && v <= 1e12))) throw new ArgumentException("numbers of at least 0 and below 1e12.", nameof(values));
        return values.Count < 2 || values.Sum() <= 0 ? null : OfSorted([.. values.Order()]);
    }

    internal static double OfSorted(double[] sorted)
    {
        var (weighted, sum, n) = (0.0, 0.0, sorted.Length);
        for (var i = 0; i < n; i++) (weighted, sum) = (weighted + (((2.0 * (i + 1)) - n - 1) * sorted[i]), sum + sorted[i]);
        return sum > 0 ? Math.Clamp(weighted / (sum * (n - 1)), 0, 1) : double.NaN;
    }
}
