namespace Trame.Engines.Sortition;

/// <summary>Explains contradictory quotas.</summary>
/// <remarks>
/// Conflict: bounds are taken away one by one, and stay away as long as no panel exists (deletion filter, Chinneck 2008, "Feasibility and infeasibility in optimization", ch. 6).
/// Relaxations: min Σ (1 + 2/minᵩ) r⁻ᵩ + Σ r⁺ᵩ over whole r ≥ 0 within the flexibility of each quota (Hewson and Procaccia, "sortition-algorithms", quota relaxation): lowering a small
/// minimum costs more, because it may leave a group out.
/// </remarks>
internal static class InfeasibilitySearch
{
    /// <returns>Null when a panel exists, or when the time is over before anything is proved.</returns>
    public static Infeasibility? Of(TypedPool pool, CancellationToken stop)
    {
        var rows = new PanelRows(pool);
        var linear = rows.Linear();
        var whole = new WholeProgram(linear, pool.Kinds.Count);
        if (Possible(linear, whole, stop)) return null;
        var conflict = new List<QuotaBound>();
        for (var q = 0; q < pool.Problem.Quotas.Count; q++)
        {
            var at = rows.Columns.Count + rows.Place[q + 1];
            if (rows.Place[q + 1] < 0) continue;
            var available = pool.Problem.Pool.Count(person => pool.Problem.Counts(pool.Problem.Quotas[q], person));
            if (Needed(linear.Lower, at, 0)) conflict.Add(new(pool.Problem.Quotas[q], true, available));
            if (Needed(linear.Upper, at, pool.Seats)) conflict.Add(new(pool.Problem.Quotas[q], false, available));
        }
        var relaxations = Relaxations(pool, rows, stop);
        return stop.IsCancellationRequested ? null : new(conflict, relaxations);

        bool Needed(double[] bounds, int at, double free)
        {
            if (bounds[at] == free) return false;
            (var asked, bounds[at]) = (bounds[at], free);
            if (!Possible(linear, whole, stop)) return false;
            bounds[at] = asked;
            return true;
        }
    }

    private static bool Possible(BoxedSimplex linear, WholeProgram whole, CancellationToken stop)
    {
        var chance = new DrawStream("any objective does");
        var costs = Enumerable.Range(0, whole.Columns).Select(_ => 0.5 + chance.Unit()).ToArray();
        linear.SetCosts(costs);
        return linear.Solve() && whole.Best(costs, -1, 0, int.MaxValue, stop).Point is not null;
    }

    private static List<Relaxation> Relaxations(TypedPool pool, PanelRows rows, CancellationToken stop)
    {
        var quotas = pool.Problem.Quotas;
        var (costs, lower, upper) = (pool.Kinds.Select(_ => 0.0).ToList(), rows.Lower.Take(rows.Columns.Count).ToList(), rows.Upper.Take(rows.Columns.Count).ToList());
        var columns = rows.Columns.ToList();
        var moves = new List<(int Quota, int Sign)>();
        for (var q = 0; q < quotas.Count; q++)
        {
            if (rows.Place[q + 1] < 0) continue;
            Loosen(q, 1, Math.Min(quotas[q].Min, pool.Rows[q + 1].Min) - Math.Min(quotas[q].MinFlex, quotas[q].Min), 1 + 2.0 / Math.Max(1, quotas[q].Min));
            Loosen(q, -1, Math.Min(pool.Problem.Size, quotas[q].MaxFlex) - quotas[q].Max, 1);
        }
        var linear = new BoxedSimplex(columns, [.. lower, .. rows.Lower.Skip(rows.Columns.Count)], [.. upper, .. rows.Upper.Skip(rows.Columns.Count)]);
        if (new WholeProgram(linear, columns.Count).Best([.. costs], -1e9, 1, int.MaxValue, stop).Point is not { } point) return [];
        return [.. moves.Select((move, at) => (move.Quota, Down: move.Sign > 0 ? point[rows.Columns.Count + at] : 0, Up: move.Sign < 0 ? point[rows.Columns.Count + at] : 0))
            .GroupBy(m => m.Quota).Select(g => (g.Key, Down: g.Sum(m => m.Down), Up: g.Sum(m => m.Up))).Where(m => m.Down + m.Up > 0)
            .Select(m => new Relaxation(quotas[m.Key], quotas[m.Key].Min - m.Down, quotas[m.Key].Max + m.Up))];

        void Loosen(int quota, int sign, int most, double weight)
        {
            if (most <= 0) return;
            moves.Add((quota, sign));
            columns.Add([(rows.Place[quota + 1], sign)]);
            costs.Add(-weight);
            lower.Add(0);
            upper.Add(most);
        }
    }
}
