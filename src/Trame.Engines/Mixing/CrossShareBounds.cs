namespace Trame.Engines.Mixing;

/// <summary>What the share of pairs of different groups can be when the group of some people is not known: at least and at most, both attained.</summary>
/// <remarks>Moments are independent. Pairs of one group are convex in the counts: fewest when the undeclared fill the smallest groups first, most when they all join the largest. O(moments × (groups + undeclared × log groups)).</remarks>
public static class CrossShareBounds
{
    /// <returns>Two numbers in [0, 1], equal when nobody is undeclared; null when nobody was there with anybody.</returns>
    public static (double Low, double High)? Of(IReadOnlyList<OpenMoment> moments)
    {
        var (all, fewest, most) = (0L, 0L, 0L);
        foreach (var moment in moments)
        {
            var total = moment.Counts.Sum(c => (long)c) + moment.Undeclared;
            all += CoPresence.Pairs(total);
            fewest += Same(Spread(moment.Counts, moment.Undeclared));
            most += Same(Gathered(moment.Counts, moment.Undeclared));
        }

        return all == 0 ? null : ((double)(all - most) / all, (double)(all - fewest) / all);
    }

    private static long Same(int[] counts) => counts.Sum(c => CoPresence.Pairs(c));

    private static int[] Gathered(IReadOnlyList<int> counts, int undeclared)
    {
        int[] filled = [.. counts.OrderDescending()];
        if (filled.Length > 0) filled[0] += undeclared;
        return filled;
    }

    private static int[] Spread(IReadOnlyList<int> counts, int undeclared)
    {
        var smallest = new PriorityQueue<int, int>(counts.Index().Select(c => (c.Index, c.Item)));
        int[] filled = [.. counts];
        for (var k = 0; k < undeclared && filled.Length > 0; k++)
        {
            var group = smallest.Dequeue();
            smallest.Enqueue(group, ++filled[group]);
        }

        return filled;
    }
}
