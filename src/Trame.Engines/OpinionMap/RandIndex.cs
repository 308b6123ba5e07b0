namespace Trame.Engines.OpinionMap;

/// <summary>Agreement of two ways of grouping the same people.</summary>
public static class RandIndex
{
    /// <summary>Adjusted Rand index: 1 when the groups are the same, about 0 when one tells nothing of the other (Hubert and Arabie 1985).</summary>
    /// <param name="first">Group of each person; negative leaves the person out.</param>
    /// <param name="second">The same people, grouped otherwise.</param>
    /// <returns>1 as well when both have one and the same single group. O(people).</returns>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static double Adjusted(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        if (first.Count != second.Count) throw new ArgumentException("Two groupings of the same people are needed.", nameof(second));
        var together = new Dictionary<(int, int), long>();
        var (rows, columns) = (new Dictionary<int, long>(), new Dictionary<int, long>());
        var count = 0L;
        for (var i = 0; i < first.Count; i++)
        {
            if (first[i] < 0 || second[i] < 0) continue;
            count++;
            together[(first[i], second[i])] = together.GetValueOrDefault((first[i], second[i])) + 1;
            rows[first[i]] = rows.GetValueOrDefault(first[i]) + 1;
            columns[second[i]] = columns.GetValueOrDefault(second[i]) + 1;
        }

        double index = together.Values.Sum(Pairs), a = rows.Values.Sum(Pairs), b = columns.Values.Sum(Pairs);
        var (expected, largest) = (count < 2 ? 0 : a * b / Pairs(count), (a + b) / 2);
        return largest == expected ? 1 : (index - expected) / (largest - expected);
    }

    private static double Pairs(long n) => n * (n - 1) / 2.0;
}
