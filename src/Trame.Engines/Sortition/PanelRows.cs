namespace Trame.Engines.Sortition;

/// <summary>What counts per kind must satisfy to be a panel, as columns, rows and bounds; rows that can never bind are left out.</summary>
internal sealed class PanelRows
{
    /// <param name="pool">The kinds and the rows.</param>
    /// <param name="cuts">Inequalities that every panel satisfies, as further rows.</param>
    public PanelRows(TypedPool pool, IReadOnlyList<PanelCut>? cuts = null)
    {
        var reach = new int[pool.Rows.Count];
        foreach (var kind in pool.Kinds)
            foreach (var row in kind.In) reach[row] += kind.Most;
        Place = new int[reach.Length];
        foreach (var kind in pool.Kinds) Add(0, kind.Most);
        var rows = 0;
        for (var r = 0; r < reach.Length; r++)
        {
            var (min, most) = (Math.Max(0, pool.Rows[r].Min), Math.Min(pool.Seats, reach[r]));
            Place[r] = r > 0 && min == 0 && pool.Rows[r].Max >= most ? -1 : rows++;
            var max = Math.Min(pool.Rows[r].Max, Math.Max(min, most)); // a quota that nobody can fill stays, and contradicts the columns
            if (Place[r] >= 0) Add(Math.Min(min, max), max);
        }
        foreach (var cut in cuts ?? []) Add(pool.Kinds.Select((kind, t) => Math.Min(0, cut.Weights[t]) * kind.Most).Sum(), cut.Most);
        Columns = [.. pool.Kinds.Select((kind, t) => (IReadOnlyList<(int, double)>)[.. kind.In.Where(r => Place[r] >= 0).Select(r => (Place[r], 1.0)),
            .. (cuts ?? []).Select((cut, c) => (rows + c, cut.Weights[t])).Where(e => e.Item2 != 0)])];
    }

    /// <summary>Each kind's rows and coefficients.</summary>
    public List<IReadOnlyList<(int Row, double Value)>> Columns { get; }

    /// <summary>Lower bounds, kinds then rows.</summary>
    public List<double> Lower { get; } = [];

    /// <summary>Upper bounds, kinds then rows.</summary>
    public List<double> Upper { get; } = [];

    /// <summary>Where each row of the pool is, or -1 when it can never bind.</summary>
    public int[] Place { get; }

    public int Count => Lower.Count - Columns.Count;

    public BoxedSimplex Linear() => new(Columns, [.. Lower], [.. Upper]);

    private void Add(double lower, double upper)
    {
        Lower.Add(lower);
        Upper.Add(upper);
    }
}
