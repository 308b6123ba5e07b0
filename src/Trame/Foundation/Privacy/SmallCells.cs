namespace Trame.Foundation.Privacy;

/// <summary>
/// Hides counts of households below the secrecy threshold (R5). Because the total is published, a single hidden cell could be found by subtraction: the
/// smallest other cells are hidden too until at least two are, until together they reach the threshold, and until their sum leaves a doubt about each of them.
/// Equal cells are hidden together: who knows this rule learns nothing from which of two equal cells was taken. Zero is not hidden: it names nobody.
/// </summary>
public static class SmallCells
{
    public static IReadOnlySet<int> Hidden(IReadOnlyList<int> counts, int threshold)
    {
        var hidden = Enumerable.Range(0, counts.Count).Where(i => counts[i] > 0 && counts[i] < threshold).ToHashSet();
        if (hidden.Count == 0) return hidden;
        // By equal values: what is hidden is then all that is not larger than some value, so that exchanging two hidden counts hides the same cells.
        foreach (var equals in Enumerable.Range(0, counts.Count).Where(i => counts[i] >= threshold).GroupBy(i => counts[i]).OrderBy(g => g.Key))
        {
            if (Keeps(hidden, counts, threshold)) break;
            hidden.UnionWith(equals);
        }

        return hidden;
    }

    /// <summary>The total itself may only be said when nothing can be deduced from it.</summary>
    public static bool MayTellTotal(IReadOnlyList<int> counts, int threshold)
    {
        var total = counts.Sum();
        if (total == 0) return true;
        var hidden = Hidden(counts, threshold);
        return total >= threshold && (hidden.Count == 0 || Keeps(hidden, counts, threshold));
    }

    // Small cells are between one and the threshold: eleven hidden cells that sum to eleven are all ones, two that sum to twenty are both tens.
    private static bool Keeps(IReadOnlySet<int> hidden, IReadOnlyList<int> counts, int threshold)
    {
        var sum = hidden.Sum(i => counts[i]);
        return hidden.Count >= 2 && sum >= threshold && sum != hidden.Count && sum != hidden.Count * (threshold - 1);
    }
}
