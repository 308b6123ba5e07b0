namespace Trame.Observe.Home;

/// <summary>
/// Hides counts of households below the secrecy threshold (R5). Because the total is published, a single hidden cell could be found by subtraction: the
/// smallest other cells are hidden too until at least two are, and until together they reach the threshold. Zero is not hidden: it names nobody.
/// </summary>
public static class SmallCells
{
    public static IReadOnlySet<int> Hidden(IReadOnlyList<int> counts, int threshold)
    {
        var hidden = Enumerable.Range(0, counts.Count).Where(i => counts[i] > 0 && counts[i] < threshold).ToHashSet();
        if (hidden.Count == 0) return hidden;
        foreach (var next in Enumerable.Range(0, counts.Count).Where(i => counts[i] >= threshold).OrderBy(i => counts[i]).ThenBy(i => i))
        {
            if (hidden.Count >= 2 && hidden.Sum(i => counts[i]) >= threshold) break;
            hidden.Add(next);
        }

        return hidden;
    }

    /// <summary>The total itself may only be said when nothing can be deduced from it.</summary>
    public static bool MayTellTotal(IReadOnlyList<int> counts, int threshold)
    {
        var total = counts.Sum();
        return total == 0 || total >= threshold;
    }
}
