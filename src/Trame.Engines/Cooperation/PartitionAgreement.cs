using Trame.Engines.OpinionMap;

namespace Trame.Engines.Cooperation;

/// <summary>How much one division of the same nodes tells of another: three measures, 1 when they are the same.</summary>
/// <param name="Nmi">Normalised mutual information 2 I / (H₁ + H₂), in [0, 1]; it grows with the number of groups even by chance.</param>
/// <param name="Rand">Adjusted Rand index: 0 on average by chance, at most 1 (Hubert and Arabie 1985).</param>
/// <param name="Ami">Adjusted mutual information, arithmetic mean: 0 on average by chance, at most 1 (Vinh, Epps and Bailey 2010).</param>
public sealed record PartitionAgreement(double Nmi, double Rand, double Ami)
{
    /// <param name="first">Group of each node, at least 0.</param>
    /// <param name="second">The same nodes, grouped otherwise.</param>
    /// <returns>Ones when both are one group or both leave every node alone. O(nodes × groups) at worst.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or there is no node.</exception>
    public static PartitionAgreement Of(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        if (first.Count != second.Count || first.Count == 0) throw new ArgumentException("Two divisions of the same nodes are needed.", nameof(second));
        var (both, rows, columns) = (new Dictionary<(int, int), int>(), new Dictionary<int, int>(), new Dictionary<int, int>());
        for (var node = 0; node < first.Count; node++)
        {
            both[(first[node], second[node])] = both.GetValueOrDefault((first[node], second[node])) + 1;
            rows[first[node]] = rows.GetValueOrDefault(first[node]) + 1;
            columns[second[node]] = columns.GetValueOrDefault(second[node]) + 1;
        }

        double n = first.Count;
        var shared = both.Sum(cell => cell.Value / n * Math.Log(n * cell.Value / ((double)rows[cell.Key.Item1] * columns[cell.Key.Item2])));
        var mean = (Entropy(rows.Values, n) + Entropy(columns.Values, n)) / 2;
        var expected = ExpectedInformation.Of(rows.Values, columns.Values, first.Count);
        var isSame = both.Count == rows.Count && both.Count == columns.Count;
        return new(isSame ? 1 : Math.Clamp(shared / mean, 0, 1), RandIndex.Adjusted(first, second), isSame ? 1 : Math.Min(1, (shared - expected) / (mean - expected)));
    }

    private static double Entropy(IEnumerable<int> sizes, double n) => -sizes.Sum(size => size / n * Math.Log(size / n));
}
