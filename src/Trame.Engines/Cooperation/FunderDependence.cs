namespace Trame.Engines.Cooperation;

/// <summary>How much an organisation depends on one funder.</summary>
/// <param name="Hhi">Herfindahl-Hirschman index, the sum of squared shares: 1 for a single funder, 1/n for n equal ones (Hirschman 1945; Herfindahl 1950).</param>
/// <param name="Largest">Share of the largest funder.</param>
/// <param name="LargestFunder">Its number.</param>
public sealed record FunderDependence(double Hhi, double Largest, int LargestFunder)
{
    /// <summary>How many equal funders would give the same index.</summary>
    public double EquivalentFunders => 1 / Hhi;

    /// <param name="amounts">Money of each funder, same unit, at least 0.</param>
    /// <returns>Null without money.</returns>
    /// <exception cref="ArgumentException">A negative amount.</exception>
    public static FunderDependence? Of(IReadOnlyList<long> amounts)
    {
        if (amounts.Any(a => a < 0)) throw new ArgumentException("An amount is at least 0.", nameof(amounts));
        double total = amounts.Sum();
        if (total == 0) return null;
        var largest = amounts.Index().MaxBy(a => a.Item);
        return new(amounts.Sum(a => a / total * (a / total)), largest.Item / total, largest.Index);
    }
}
