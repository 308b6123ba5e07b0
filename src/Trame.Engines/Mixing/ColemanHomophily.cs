namespace Trame.Engines.Mixing;

/// <summary>Coleman's homophily index of a group: −1 only with others, 0 as chance, 1 only among themselves (Coleman 1958, "Relational analysis").</summary>
public static class ColemanHomophily
{
    /// <summary>From a table of contacts.</summary>
    /// <param name="within">Contacts of the group with its own.</param>
    /// <param name="contacts">All its contacts.</param>
    /// <param name="size">Its members, at least 1.</param>
    /// <param name="everyone">Members of all groups, more than <paramref name="size"/>.</param>
    /// <returns>(w − e)/(c − e) above e = c (n − 1)/(N − 1), (w − e)/e below; not a number without contacts.</returns>
    public static double Of(double within, double contacts, long size, long everyone) => Normalised(within / contacts, (double)(size - 1) / (everyone - 1));

    /// <summary>From attendances: the share of its own among the others that a member finds at a moment, against the same share dealt at random.</summary>
    /// <returns>Not a number when nobody of the group was ever there with anybody, or there is no other group. O(units).</returns>
    public static double Of(CountTable table, int group)
    {
        var (met, members) = (0.0, 0L);
        for (var unit = 0; unit < table.Units; unit++)
        {
            long own = table[unit, group], total = table.UnitTotals[unit];
            if (own == 0 || total < 2) continue;
            met += (double)own * (own - 1) / (total - 1);
            members += own;
        }

        return table.GroupTotals[group] == table.Total ? double.NaN : Normalised(met / members, (double)(table.GroupTotals[group] - 1) / (table.Total - 1));
    }

    private static double Normalised(double share, double expected) => share > expected ? (share - expected) / (1 - expected) : expected == 0 ? 0 : (share - expected) / expected;
}
