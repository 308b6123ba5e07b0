namespace Trame.Engines.Sortition;

/// <summary>
/// The leximin vector of selection probabilities over the linear relaxation of the panels: no panel is needed to find it, and nothing a lottery over panels does can be better.
/// </summary>
/// <remarks>
/// Round after round, the largest λ such that every kind not yet fixed can have at least λ per person. Newton's method on λ (Dinkelbach 1967): a λ that is too high leaves an
/// infeasibility certificate, linear in λ, whose root is the next λ. The last certificate is tight: the kinds it bounds from below have exactly λ in every leximin vector, and are fixed.
/// Rounds: at most one per kind, in practice about one per quota.
/// </remarks>
internal static class LeximinMarginals
{
    private const double Tiny = 1e-9;
    private const double Never = 1e-6; // expected members of a kind that no panel has, where inequalities leave it a hair

    /// <param name="pool">The kinds and the rows.</param>
    /// <param name="cuts">Valid inequalities of the panels.</param>
    /// <param name="cap">No probability above this one, in (0, 1].</param>
    /// <returns>Expected members of each kind, or null when the quotas contradict each other (or the cap).</returns>
    public static double[]? Find(TypedPool pool, IReadOnlyList<PanelCut> cuts, double cap = 1)
    {
        if (!Start(pool, cuts, cap).Solve()) return null;
        foreach (var room in (double[])[0, 1e-9, 1e-8, 3e-8])
            if (Levels(Start(pool, cuts, cap), pool.Kinds, room) is { } found) return found;
        return null; // rounding errors exceed a millionth of the probabilities
    }

    private static BoxedSimplex Start(TypedPool pool, IReadOnlyList<PanelCut> cuts, double cap)
    {
        var linear = new PanelRows(pool, cuts).Linear();
        linear.SetCosts(Prices(pool.Kinds.Count));
        for (var t = 0; t < pool.Kinds.Count; t++) linear.Upper[t] = Math.Min(pool.Kinds[t].Most, cap * pool.Kinds[t].People.Count);
        return linear;
    }

    // any costs do, different ones make fewer ties
    private static double[] Prices(int count) => [.. Enumerable.Range(0, count).Select(t => 0.5 + t * 7919L % 1009 / 1009.0)];

    /// <param name="linear">The relaxation.</param>
    /// <param name="kinds">The kinds.</param>
    /// <param name="room">A kind that is fixed may still move by this share of its level: the rounding errors of the other levels go there.</param>
    /// <returns>Null when rounding errors need more room.</returns>
    private static double[]? Levels(BoxedSimplex linear, IReadOnlyList<TypedPool.Kind> kinds, double room)
    {
        var open = Enumerable.Range(0, kinds.Count).ToHashSet();
        var level = 0.0;
        for (var first = true; open.Count > 0; first = false)
        {
            (level, var blocked) = Raise(linear, kinds, open, level);
            if (first && level < Never)
            {
                level = 0;
                SetAside(linear, open, kinds.Count);
                continue;
            }

            foreach (var t in blocked)
            {
                linear.Upper[t] = Math.Min(linear.Upper[t], level * kinds[t].People.Count * (1 + room));
                linear.Lower[t] = linear.Upper[t] * (1 - 10 * room);
                open.Remove(t);
            }
        }
        return linear.Solve() ? linear.X[..kinds.Count] : null;
    }

    /// <summary>Kinds that can never be drawn, but for the rounding errors of the inequalities, hold nobody else down: they keep what they can have.</summary>
    private static void SetAside(BoxedSimplex linear, HashSet<int> open, int kinds)
    {
        foreach (var t in open) linear.Lower[t] = 0;
        var costs = new double[kinds];
        foreach (var t in open.Order().ToList())
        {
            costs[t] = 1;
            linear.SetCosts(costs);
            costs[t] = 0;
            if (!linear.Solve() || linear.SafeBound() > Never) continue;
            linear.Upper[t] = Math.Max(0, linear.X[t]);
            open.Remove(t);
        }
        linear.SetCosts(Prices(kinds));
    }

    private static (double Level, IReadOnlyList<int> Blocked) Raise(BoxedSimplex linear, IReadOnlyList<TypedPool.Kind> kinds, HashSet<int> open, double reached)
    {
        var level = open.Min(t => linear.Upper[t] / kinds[t].People.Count);
        IReadOnlyList<int> blocked = [.. open.Where(t => linear.Upper[t] <= level * kinds[t].People.Count * (1 + Tiny))];
        while (true)
        {
            foreach (var t in open) linear.Lower[t] = Math.Min(linear.Upper[t], level * kinds[t].People.Count);
            if (linear.Solve()) return (level, blocked);
            var (root, binding) = Root(linear, kinds, open, level);
            if (binding.Count == 0) return (reached, [.. open]); // rounding errors only: nothing can rise any more
            blocked = binding;
            var next = Math.Max(root, reached);
            if (next >= level * (1 - 1e-13)) return (level, blocked);
            level = next;
        }
    }

    /// <summary>Where the certificate of infeasibility stops contradicting the bounds, and the kinds whose lower bound makes it.</summary>
    private static (double Root, List<int> Binding) Root(BoxedSimplex linear, IReadOnlyList<TypedPool.Kind> kinds, HashSet<int> open, double level)
    {
        var row = linear.Certificate;
        double least = 0, most = 0, largest = 0;
        for (var j = 0; j < row.Length; j++)
        {
            least += row[j] * (row[j] > 0 ? linear.Lower[j] : linear.Upper[j]);
            most += row[j] * (row[j] > 0 ? linear.Upper[j] : linear.Lower[j]);
            largest = Math.Max(largest, Math.Abs(row[j]));
        }
        var sign = least >= -most ? 1 : -1; // 0 lies below the least or above the most
        var binding = new List<int>();
        double slope = 0;
        foreach (var t in open)
        {
            if (sign * row[t] <= Tiny * largest) continue;
            binding.Add(t);
            slope += sign * row[t] * kinds[t].People.Count;
        }
        return (level - (sign > 0 ? least : -most) / slope, binding);
    }
}
