namespace Trame.Engines.Indicators;

/// <summary>The median order of Kemeny (1959), likeliest under Condorcet's model (Young and Levenglick 1978).</summary>
/// <remarks>Units are first cut where a whole set beats every other one by majority (extended Condorcet criterion, Truchon 1998): the cut is exact. A set of at most 14 that beat each other in circles
/// is solved exactly over its subsets; a larger one by moving one unit at a time from the order of Copeland (1951), with a bound from circles of three that share no pair. O(n²) and, for the sets, O(2¹⁴·14) or O(n²) per pass.</remarks>
public static class KemenyOrder
{
    private const int Exact = 14;

    /// <summary>The order.</summary>
    /// <param name="over">n × n: the weight for a before b, at least 0; the diagonal is not read.</param>
    /// <param name="stop">Ends the search with an exception.</param>
    public static PairwiseOrder Of(double[,] over, CancellationToken stop = default) => Of(over, true, stop);

    /// <param name="over">n × n.</param>
    /// <param name="prove">Whether the bound of large circles is asked: it costs more than their order.</param>
    /// <param name="stop">Ends the search with an exception.</param>
    internal static PairwiseOrder Of(double[,] over, bool prove, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(over);
        var n = over.GetLength(0);
        if (over.GetLength(1) != n) throw new ArgumentException("as many rows as columns.", nameof(over));
        var (ahead, order, lost, best) = (Ahead(over), new List<int>(n), 0.0, 0.0);
        foreach (var circle in MajorityCircles.Of(ahead))
        {
            stop.ThrowIfCancellationRequested();
            var isExact = circle.Count <= Exact;
            var solved = isExact ? Solve(ahead, circle) : OrderMoves.Improve(ahead, Copeland(ahead, circle), stop);
            lost += isExact ? Lost(ahead, solved) : prove ? ShareNoPair(ahead, circle) : 0;
            order.AddRange(solved);
        }

        for (var a = 0; a < n; a++) for (var b = a + 1; b < n; b++) best += Math.Max(over[a, b], over[b, a]);
        return new(order, best - Lost(ahead, order), best - lost);
    }

    /// <summary>By how much each is ahead of each other.</summary>
    private static double[][] Ahead(double[,] over)
    {
        var ahead = new double[over.GetLength(0)][];
        for (var a = 0; a < ahead.Length; a++)
        {
            ahead[a] = new double[ahead.Length];
            for (var b = 0; b < ahead.Length; b++) ahead[a][b] = a == b ? 0 : over[a, b] - over[b, a];
        }

        return ahead;
    }

    /// <summary>What an order gives up beside the majority of each pair.</summary>
    private static double Lost(double[][] ahead, IReadOnlyList<int> order)
    {
        var lost = 0.0;
        for (var i = 0; i < order.Count; i++) for (var j = i + 1; j < order.Count; j++) lost += Math.Max(0, ahead[order[j]][order[i]]);
        return lost;
    }

    private static List<int> Copeland(double[][] ahead, IReadOnlyList<int> set) =>
        [.. set.Select(a => (Unit: a, Beaten: set.Sum(b => Math.Sign(ahead[a][b])), By: set.Sum(b => ahead[a][b]))).OrderByDescending(u => u.Beaten).ThenByDescending(u => u.By).ThenBy(u => u.Unit).Select(u => u.Unit)];

    /// <summary>Dynamic programming over the sets that come first (Held and Karp 1962).</summary>
    private static List<int> Solve(double[][] ahead, IReadOnlyList<int> set)
    {
        var k = set.Count;
        var (cost, last) = (new double[1 << k], new int[1 << k]);
        for (var before = 1; before < 1 << k; before++)
        {
            cost[before] = double.PositiveInfinity;
            for (var x = 0; x < k; x++)
            {
                if ((before >> x & 1) == 0) continue;
                var rest = before & ~(1 << x);
                var total = cost[rest];
                for (var y = 0; y < k; y++) if ((rest >> y & 1) == 1) total += Math.Max(0, ahead[set[x]][set[y]]);
                if (total < cost[before] - 1e-15) (cost[before], last[before]) = (total, x);
            }
        }

        var order = new List<int>();
        for (var left = (1 << k) - 1; left != 0; left &= ~(1 << last[left])) order.Add(set[last[left]]);
        order.Reverse();
        return order;
    }

    /// <summary>Each circle of three gives up its smallest majority; circles that share no pair add up.</summary>
    private static double ShareNoPair(double[][] ahead, IReadOnlyList<int> set)
    {
        var (used, lost) = (new bool[ahead.Length, ahead.Length], 0.0);
        foreach (var a in set)
            foreach (var b in set)
            {
                if (ahead[a][b] <= 0 || used[a, b]) continue;
                foreach (var c in set)
                {
                    if (ahead[b][c] <= 0 || ahead[c][a] <= 0 || used[b, c] || used[c, a]) continue;
                    used[a, b] = used[b, c] = used[c, a] = true;
                    lost += Math.Min(ahead[a][b], Math.Min(ahead[b][c], ahead[c][a]));
                    break;
                }
            }

        return lost;
    }
}
