namespace Trame.Engines.Mixing;

/// <summary>How many people are both of A and of B when only each sum is known.</summary>
public static class JointBounds
{
    /// <summary>Over units: Σ max(0, aᵢ + bᵢ − tᵢ) ≤ both ≤ Σ min(aᵢ, bᵢ), both attained (Fréchet 1951; unit by unit, Duncan and Davis 1953). O(units).</summary>
    /// <param name="a">People of A in each unit.</param>
    /// <param name="b">People of B in the same units.</param>
    /// <param name="totals">Everyone in each unit, at least a and at least b.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a sum is below 0 or above its total.</exception>
    public static (long Low, long High) Of(IReadOnlyList<int> a, IReadOnlyList<int> b, IReadOnlyList<int> totals)
    {
        if (a.Count != b.Count || a.Count != totals.Count) throw new ArgumentException("The same units are needed.", nameof(b));
        var (low, high) = (0L, 0L);
        for (var unit = 0; unit < a.Count; unit++)
        {
            if (a[unit] < 0 || b[unit] < 0 || Math.Max(a[unit], b[unit]) > totals[unit]) throw new ArgumentException($"Unit {unit}: a sum lies between 0 and the total.", nameof(totals));
            low += Math.Max(0, (long)a[unit] + b[unit] - totals[unit]);
            high += Math.Min(a[unit], b[unit]);
        }

        return (low, high);
    }
}
