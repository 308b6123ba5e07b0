namespace Trame.Engines.Mixing;

/// <summary>Dissimilarity D: the share of people who would have to change unit for every unit to mirror the whole, over what full separation would need. In [0, 1].</summary>
/// <remarks>D = Σᵢ Σ_g tᵢ |p_gi − p_g| / (2 T Σ p_g (1 − p_g)) (Sakoda 1981; Reardon and Firebaugh 2002); with two groups, ½ Σ |xᵢ/X − yᵢ/Y| (Duncan and Duncan 1955). Merging units never raises it. O(units × groups).</remarks>
public static class DissimilarityIndex
{
    /// <returns>Not a number with fewer than two groups present.</returns>
    public static double Of(CountTable table)
    {
        var (sum, interaction) = (0.0, 0.0);
        for (var group = 0; group < table.Groups; group++)
        {
            var share = (double)table.GroupTotals[group] / table.Total;
            interaction += share * (1 - share);
            for (var unit = 0; unit < table.Units; unit++) sum += Math.Abs(table[unit, group] - (table.UnitTotals[unit] * share));
        }

        return interaction > 0 ? Math.Clamp(sum / (2 * table.Total * interaction), 0, 1) : double.NaN;
    }
}
