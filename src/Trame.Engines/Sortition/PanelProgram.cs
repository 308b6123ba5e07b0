namespace Trame.Engines.Sortition;

/// <summary>Panels as the integer points of a linear program over counts per kind: max of a linear objective, exactly or well enough.</summary>
/// <remarks>Depth-first branch and bound on <see cref="BoxedSimplex"/>: the side nearest to the fraction first, so that the first leaf is a dive. The bounds are weak-duality bounds.</remarks>
internal sealed class PanelProgram
{
    private const double Whole = 1e-6;
    private readonly BoxedSimplex _linear;
    private readonly int _kinds;
    private readonly double[] _costs;
    private double _best, _enough;
    private int _nodes;
    private int[]? _found;
    private CancellationToken _stop;

    public PanelProgram(TypedPool pool)
    {
        Pool = pool;
        _kinds = pool.Kinds.Count;
        _costs = new double[_kinds];
        _linear = Linear(pool, []);
    }

    public TypedPool Pool { get; }

    public long Nodes { get; private set; }

    public long Pivots => _linear.Pivots;

    /// <summary>The linear relaxation of the panels, with valid cuts added as rows; rows that can never bind are left out.</summary>
    public static BoxedSimplex Linear(TypedPool pool, IReadOnlyList<(double[] Weights, double Most)> cuts)
    {
        var kinds = pool.Kinds;
        var reach = new int[pool.Rows.Count];
        foreach (var kind in kinds)
            foreach (var row in kind.In) reach[row] += kind.Most;
        var place = new int[reach.Length];
        var rows = new List<(double Min, double Max)>();
        for (var r = 0; r < reach.Length; r++)
        {
            var (min, most) = (Math.Max(0, pool.Rows[r].Min), Math.Min(pool.Seats, reach[r]));
            place[r] = r > 0 && min == 0 && pool.Rows[r].Max >= most ? -1 : rows.Count;
            var max = Math.Min(pool.Rows[r].Max, Math.Max(min, most)); // quotas that nobody can fill stay, and contradict the columns
            if (place[r] >= 0) rows.Add((Math.Min(min, max), max));
        }
        var own = rows.Count;
        foreach (var (weights, most) in cuts) rows.Add((kinds.Select((kind, t) => Math.Min(0, weights[t]) * kind.Most).Sum(), most));
        var columns = kinds.Select((kind, t) => kind.In.Where(r => place[r] >= 0).Select(r => (place[r], 1.0))
            .Concat(cuts.Select((cut, c) => (own + c, cut.Weights[t])).Where(e => e.Item2 != 0)).ToArray()).ToArray();
        return new(columns, [.. kinds.Select(_ => 0.0), .. rows.Select(r => r.Min)], [.. kinds.Select(k => (double)k.Most), .. rows.Select(r => r.Max)]);
    }

    /// <summary>A panel of value above <paramref name="above"/>.</summary>
    /// <param name="costs">Value of one member of each kind.</param>
    /// <param name="above">Panels must be worth more than this.</param>
    /// <param name="generous">In [0, 1]: the search may stop at a panel that gains this share of what the linear bound promises; 1: only at a proved best one.</param>
    /// <param name="nodes">At most so many nodes.</param>
    /// <param name="stop">Ends the search as the limit of nodes does.</param>
    public PanelSearchResult Best(ReadOnlySpan<double> costs, double above, double generous, int nodes, CancellationToken stop)
    {
        costs.CopyTo(_costs);
        _linear.SetCosts(_costs);
        (_best, _found, _nodes, _stop, _enough) = (above, null, nodes, stop, double.PositiveInfinity);
        for (var t = 0; t < _kinds; t++) (_linear.Lower[t], _linear.Upper[t]) = (0, Pool.Kinds[t].Most);
        var bound = double.NegativeInfinity;
        var whole = true;
        if (_linear.Solve())
        {
            bound = _linear.SafeBound();
            if (generous < 1) _enough = above + generous * (bound - above);
            whole = Explore();
        }
        return new(_found, _found is null ? double.NegativeInfinity : _best, whole ? _best : bound, whole);
    }

    /// <returns>False when the limit was reached or the search was content.</returns>
    private bool Explore()
    {
        Nodes++;
        var margin = 1e-10 * (1 + Math.Abs(_best));
        if (_linear.Stopped || _linear.SafeBound() <= _best + margin) return true;
        if (Fraction() is not { } t) return Keep();
        if (--_nodes < 0 || _stop.IsCancellationRequested) return false;
        var (x, low, high) = (_linear.X[t], _linear.Lower[t], _linear.Upper[t]);
        var down = Math.Floor(x);
        var upFirst = x - down > 0.5;
        for (var side = 0; side < 2; side++)
        {
            (_linear.Lower[t], _linear.Upper[t]) = side == 0 == upFirst ? (down + 1, high) : (low, down);
            var whole = !_linear.Solve(_best + margin) || Explore();
            (_linear.Lower[t], _linear.Upper[t]) = (low, high);
            if (!whole) return false;
        }
        return true;
    }

    private bool Keep()
    {
        var panel = new int[_kinds];
        double value = 0;
        for (var t = 0; t < _kinds; t++)
        {
            panel[t] = (int)Math.Round(_linear.X[t]);
            value += panel[t] * _costs[t];
        }
        if (value <= _best) return true;
        (_best, _found) = (value, panel);
        return value < _enough;
    }

    private int? Fraction()
    {
        int? chosen = null;
        var most = Whole;
        for (var t = 0; t < _kinds; t++)
        {
            var x = _linear.X[t];
            var off = Math.Abs(x - Math.Round(x));
            if (off > most) (chosen, most) = (t, off);
        }
        return chosen;
    }
}
