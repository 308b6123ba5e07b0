namespace Trame.Engines.Mixing;

/// <summary>Statistical mixing: who lives side by side, from residents per area. It says nothing of who meets (<see cref="LivedMixing"/>), and no figure joins the two (R8).</summary>
/// <param name="Theil">0 each area mirrors all, 1 each has one group.</param>
/// <param name="Dissimilarity">In [0, 1].</param>
/// <param name="Isolation">Of each group, in [0, 1].</param>
public sealed record StatisticalMixing(double Theil, double Dissimilarity, IReadOnlyList<double> Isolation)
{
    /// <param name="residents">Areas by groups.</param>
    /// <returns>Null with fewer than two groups present. O(areas × groups²).</returns>
    public static StatisticalMixing? Of(CountTable residents) => residents.GroupTotals.Count(t => t > 0) < 2 ? null
        : new(TheilIndex.Of(residents), DissimilarityIndex.Of(residents), [.. Enumerable.Range(0, residents.Groups).Select(g => ExposureIndex.Of(residents, g, g))]);
}
