namespace Trame.Engines.Sortition;

/// <summary>The whole-number points of a boxed linear program: one of the greatest value, or one that is good enough.</summary>
/// <remarks>Depth-first branch and bound on <see cref="BoxedSimplex"/>, the side nearest to the fraction first, so that the first leaf is a dive. Bounds come from weak duality and hold whatever the rounding errors of the basis.</remarks>
internal sealed class WholeProgram(BoxedSimplex linear, int columns)
{
    private const double Whole = 1e-6;
    private readonly double[] _costs = new double[columns];
    private double _best, _enough;
    private int _nodes;
    private int[]? _found;
    private CancellationToken _stop;

    /// <summary>Number of whole columns.</summary>
    public int Columns => columns;

    /// <summary>Nodes seen since the start.</summary>
    public long Nodes { get; private set; }

    /// <summary>A point of greatest value of the linear relaxation and a bound of that value; empty when there is none. Good until the next call.</summary>
    public (ReadOnlyMemory<double> Point, double Bound) Relaxed(ReadOnlySpan<double> costs)
    {
        linear.SetCosts(costs);
        return linear.Solve() ? (linear.X.AsMemory(0, columns), linear.SafeBound()) : default;
    }

    /// <param name="costs">Value of one unit of each column.</param>
    /// <param name="above">A point must be worth more than this.</param>
    /// <param name="generous">In [0, 1]: a point that gains this share of what the linear bound promises is good enough; 1: only a proved best one is.</param>
    /// <param name="nodes">At most so many nodes.</param>
    /// <param name="stop">Ends the search as the limit of nodes does.</param>
    /// <returns>The point or null, and whether the search saw everything: then no point is better, or none is worth more than what was asked.</returns>
    public (int[]? Point, bool Proved) Best(ReadOnlySpan<double> costs, double above, double generous, int nodes, CancellationToken stop)
    {
        costs.CopyTo(_costs);
        linear.SetCosts(_costs);
        (_best, _found, _nodes, _stop, _enough) = (above, null, nodes, stop, double.PositiveInfinity);
        if (!linear.Solve()) return (null, true);
        if (generous < 1) _enough = above + generous * (linear.SafeBound() - above);
        var whole = Explore();
        return (_found, whole);
    }

    /// <returns>False when the limit was reached or a point was good enough.</returns>
    private bool Explore()
    {
        Nodes++;
        var margin = 1e-10 * (1 + Math.Abs(_best));
        if (linear.Stopped || linear.SafeBound() <= _best + margin) return true;
        if (Fraction() is not { } t) return Keep();
        if (--_nodes < 0 || _stop.IsCancellationRequested) return false;
        var (x, low, high) = (linear.X[t], linear.Lower[t], linear.Upper[t]);
        var down = Math.Floor(x);
        var upFirst = x - down > 0.5;
        for (var side = 0; side < 2; side++)
        {
            (linear.Lower[t], linear.Upper[t]) = side == 0 == upFirst ? (down + 1, high) : (low, down);
            var whole = !linear.Solve(_best + margin) || Explore();
            (linear.Lower[t], linear.Upper[t]) = (low, high);
            if (!whole) return false;
        }
        return true;
    }

    private bool Keep()
    {
        var point = new int[columns];
        double value = 0;
        for (var t = 0; t < columns; t++)
        {
            point[t] = (int)Math.Round(linear.X[t]);
            value += point[t] * _costs[t];
        }
        if (value <= _best) return true;
        (_best, _found) = (value, point);
        return value < _enough;
    }

    private int? Fraction()
    {
        int? chosen = null;
        var most = Whole;
        for (var t = 0; t < columns; t++)
        {
            var x = linear.X[t];
            var off = Math.Abs(x - Math.Round(x));
            if (off > most) (chosen, most) = (t, off);
        }
        return chosen;
    }
}
