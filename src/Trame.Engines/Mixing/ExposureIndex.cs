namespace Trame.Engines.Mixing;

/// <summary>Exposure of group X to group Y: the chance that someone drawn in the unit of a random member of X belongs to Y.</summary>
/// <remarks>xPy = Σ (xᵢ/X)(yᵢ/tᵢ) over units, in [0, 1]; the exposures of X to all groups sum to 1; X to itself is isolation (Bell 1954; Massey and Denton 1988, "Exposure"). O(units).</remarks>
public static class ExposureIndex
{
    /// <param name="table">Units by groups.</param>
    /// <param name="of">Group X.</param>
    /// <param name="to">Group Y; the same as X for isolation.</param>
    /// <returns>Not a number when X is empty.</returns>
    public static double Of(CountTable table, int of, int to)
    {
        var sum = 0.0;
        for (var unit = 0; unit < table.Units; unit++)
            if (table[unit, of] > 0) sum += (double)table[unit, of] * table[unit, to] / table.UnitTotals[unit];
        return sum / table.GroupTotals[of];
    }
}
