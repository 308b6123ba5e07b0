namespace Trame.Engines.Mixing;

/// <summary>Pairs of people who were at the same moment, and how many of them are of different groups.</summary>
/// <param name="Cross">Pairs present together, of different groups.</param>
/// <param name="All">Pairs present together.</param>
/// <param name="ExpectedShare">Share of pairs of different groups if the same attendances were dealt at random to moments of the same sizes (multivariate hypergeometric): 1 − Σ X_g (X_g − 1) / N (N − 1).</param>
/// <remarks>An attendance is a visit: who comes twice counts twice, since nobody is followed. Being there is not meeting: an upper bound of encounters. Merging moments never lowers <see cref="Cross"/>.</remarks>
public sealed record CoPresence(long Cross, long All, double ExpectedShare)
{
    /// <summary>Pairs of different groups over all pairs, in [0, 1]; not a number when nobody was there with anybody.</summary>
    public double Share => (double)Cross / All;

    /// <summary>Observed over expected: 1 as chance would mix, 0 never together, above 1 more than chance.</summary>
    public double Ratio => Share / ExpectedShare;

    /// <summary>O(units × groups).</summary>
    public static CoPresence Of(CountTable table)
    {
        var (all, same) = (0L, 0L);
        for (var unit = 0; unit < table.Units; unit++)
        {
            all += Pairs(table.UnitTotals[unit]);
            for (var group = 0; group < table.Groups; group++) same += Pairs(table[unit, group]);
        }

        return new(all - same, all, 1 - (table.GroupTotals.Sum(t => (double)Pairs(t)) / Pairs(table.Total)));
    }

    /// <summary>Pairs of two given groups, observed and expected at random in the same moments.</summary>
    public static (long Observed, double Expected) Between(CountTable table, int first, int second)
    {
        var (observed, all) = (0L, 0L);
        for (var unit = 0; unit < table.Units; unit++)
        {
            all += Pairs(table.UnitTotals[unit]);
            observed += first == second ? Pairs(table[unit, first]) : (long)table[unit, first] * table[unit, second];
        }

        var possible = first == second ? Pairs(table.GroupTotals[first]) : (double)table.GroupTotals[first] * table.GroupTotals[second];
        return (observed, all * possible / Pairs(table.Total));
    }

    internal static long Pairs(long people) => people * (people - 1) / 2;
}
