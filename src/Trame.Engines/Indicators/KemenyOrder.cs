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
    public static PairwiseOrder Of(double[,] over, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(over);
        var n = over.GetLength(0);
        if (over.GetLength(1) != n) throw new ArgumentException("as many rows as columns.", nameof(over));
        var order = new List<int>(n);
        var lost = 0.0;
        foreach (var circle in MajorityCircles.Of(over))
        {
            stop.ThrowIfCancellationRequested();
            if (circle.Count > Exact)
            {
                order.AddRange(OrderMoves.Improve(over, Copeland(over, circle), stop));
                lost += ShareNoPair(over, circle);
            }
            else
            {
                var solved = Solve(over, circle);
                lost += Lost(over, solved);
                order.AddRange(solved);
            }
        }

        var best = 0.0;
        for (var a = 0; a < n; a++) for (var b = a + 1; b < n; b++) best += Math.Max(over[a, b], over[b, a]);
        return new(order, best - Lost(over, order), best - lost);
    }

    /// <summary>What an order gives up beside the majority of each pair.</summary>
    private static double Lost(double[,] over, IReadOnlyList<int> order)
    {
        var lost = 0.0;
        for (var i = 0; i < order.Count; i++) for (var j = i + 1; j < order.Count; j++) lost += Math.Max(0, over[order[j], order[i]] - over[order[i], order[j]]);
        return lost;
    }

    private static List<int> Copeland(double[,] over, IReadOnlyList<int> set) =>
        [.. set.OrderByDescending(a => set.Sum(b => a == b ? 0 : Math.Sign(over[a, b] - over[b, a]))).ThenByDescending(a => set.Sum(b => a == b ? 0 : over[a, b] - over[b, a])).ThenBy(a => a)];

    /// <summary>Dynamic programming over the sets that come first (Held and Karp 1962).</summary>
    private static List<int> Solve(double[,] over, IReadOnlyList<int> set)
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
                for (var y = 0; y < k; y++) if ((rest >> y & 1) == 1) total += Math.Max(0, over[set[x], set[y]] - over[set[y], set[x]]);
                if (total < cost[before] - 1e-15) (cost[before], last[before]) = (total, x);
            }
        }

        var order = new List<int>();
        for (var left = (1 << k) - 1; left != 0; left &= ~(1 << last[left])) order.Add(set[last[left]]);
        order.Reverse();
        return order;
    }

    /// <summary>Each circle of three gives up its smallest majority; circles that share no pair add up.</summary>
    private static double ShareNoPair(double[,] over, IReadOnlyList<int> set)
    {
        var (used, lost) = (new HashSet<(int, int)>(), 0.0);
        double Over(int a, int b) => over[a, b] - over[b, a];
        for (var i = 0; i < set.Count; i++)
            for (var j = 0; j < set.Count; j++)
            {
                var (a, b) = (set[i], set[j]);
                if (a == b || Over(a, b) <= 0 || used.Contains((a, b))) continue;
                foreach (var c in set)
                {
                    if (c == a || c == b || Over(b, c) <= 0 || Over(c, a) <= 0 || used.Contains((b, c)) || used.Contains((c, a))) continue;
                    used.UnionWith([(a, b), (b, c), (c, a)]);
                    lost += Math.Min(Over(a, b), Math.Min(Over(b, c), Over(c, a)));
                    break;
                }
            }

        return lost;
    }
}
