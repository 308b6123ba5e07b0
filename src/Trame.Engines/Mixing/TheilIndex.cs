namespace Trame.Engines.Mixing;

/// <summary>Theil's information index H: how much less varied units are than the whole. 0 when each unit mirrors the whole, 1 when each has one group only.</summary>
/// <remarks>H = Σ tᵢ (E − Eᵢ) / (T E), E = −Σ p ln p (Theil and Finizza 1971; several groups: Reardon and Firebaugh 2002). Merging units never raises it. O(units × groups).</remarks>
public static class TheilIndex
{
    /// <returns>Not a number with fewer than two groups present.</returns>
    public static double Of(CountTable table)
    {
        var whole = Entropy(table.GroupTotals, table.Total);
        if (!(whole > 0)) return double.NaN;
        var sum = 0.0;
        for (var unit = 0; unit < table.Units; unit++)
        {
            var total = table.UnitTotals[unit];
            if (total > 0) sum += total * (whole - Entropy([.. table.Unit(unit).Select(c => (long)c)], total));
        }

        return Math.Clamp(sum / (table.Total * whole), 0, 1); // rounding
    }

    private static double Entropy(IReadOnlyList<long> counts, long total) => -counts.Sum(c => c == 0 ? 0 : (double)c / total * Math.Log((double)c / total));
}
