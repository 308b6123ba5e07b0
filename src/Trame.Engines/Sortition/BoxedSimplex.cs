using System.Runtime.CompilerServices;

namespace Trame.Engines.Sortition;

/// <summary>
/// max c·x subject to l ≤ x ≤ u and, for each row i, lᵢ ≤ Σⱼ aᵢⱼxⱼ ≤ uᵢ, where every bound is finite: the linear program of a panel, few rows and many columns.
/// </summary>
/// <remarks>
/// Dual simplex with the bound-flipping ratio test and exact steepest-edge weights on a dense inverse (Koberstein 2005, "The dual simplex method", ch. 3 and 7). Because every
/// variable has two finite bounds, any basis is dual feasible once each non-basic variable stands at the bound its reduced cost prefers: after any change of costs or bounds the
/// last basis starts the next solve, and neither a first phase nor a copy of the basis is needed to branch. One pivot costs O(nonzeros + m²); memory O(nonzeros + m²).
/// The general <see cref="Optimization.LinearSolver"/> gives the same optima in 2.3 times the time on the panels of 360 people (the bench « sortition » measures both), and here a bound must hold whatever the
/// rounding errors (<see cref="SafeBound"/>) and a solve must end as soon as it cannot beat a cutoff: that is why both exist. Logical variable n + i is the activity of row i. A program runs thousands of these loops in its first second: they are compiled at their best from the start.
/// </remarks>
internal sealed class BoxedSimplex
{
    public const double Feasible = 1e-9;
    private const double Pivot = 1e-6; // coefficients come from sums of ones: what is smaller is noise
    private const double Drift = 1e-8;

    private readonly int _columns, _rows;
    private readonly int[] _start;
    private readonly (int Row, double Value)[] _entries;
    private readonly double[] _cost, _reduced, _alpha, _ratio, _entering, _change, _inverse, _norm, _dual;
    private readonly int[] _basis, _place, _candidates;
    private int _pivotsSinceFactor;
    private bool _drifted;

    /// <param name="columns">Each column's rows and coefficients.</param>
    /// <param name="lower">Lower bounds, columns then rows; copied.</param>
    /// <param name="upper">Upper bounds, columns then rows; copied.</param>
    public BoxedSimplex(IReadOnlyList<IReadOnlyList<(int Row, double Value)>> columns, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        (_columns, _rows) = (columns.Count, lower.Length - columns.Count);
        var all = lower.Length;
        (Lower, Upper, X) = (lower.ToArray(), upper.ToArray(), new double[all]);
        (_cost, _reduced, _alpha, _ratio) = (new double[all], new double[all], new double[all], new double[all]);
        (_entering, _change, _norm, _dual, _inverse) = (new double[_rows], new double[_rows], new double[_rows], new double[_rows], new double[_rows * _rows]);
        (_basis, _place, _candidates) = (new int[_rows], new int[all], new int[all]);
        _start = new int[_columns + 1];
        for (var j = 0; j < _columns; j++) _start[j + 1] = _start[j] + columns[j].Count;
        _entries = [.. columns.SelectMany(c => c)];
        Array.Fill(_place, -1);
        for (var i = 0; i < _rows; i++) (_basis[i], _place[_columns + i], _inverse[i * _rows + i], _norm[i]) = (_columns + i, i, -1, 1);
    }

    /// <summary>Bounds, columns then rows; may be changed between solves.</summary>
    public double[] Lower { get; }

    /// <inheritdoc cref="Lower"/>
    public double[] Upper { get; }

    /// <summary>The last solution, columns then rows' activities.</summary>
    public double[] X { get; }

    /// <summary>After an infeasible solve: Σⱼ Certificate[j]·xⱼ = 0 for every x of the rows, and no x within the bounds satisfies it.</summary>
    public ReadOnlySpan<double> Certificate => _alpha;

    public long Pivots { get; private set; }

    public double Objective => DenseRows.Dot(_cost.AsSpan(0, _columns), X);

    public void SetCosts(ReadOnlySpan<double> costs) => costs.CopyTo(_cost);

    /// <summary>An upper bound of the maximum that holds whatever the rounding errors of the basis: weak duality with the last dual prices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double SafeBound()
    {
        double bound = 0;
        for (var j = 0; j < _columns + _rows; j++) bound += _reduced[j] > 0 ? _reduced[j] * Upper[j] : _reduced[j] * Lower[j];
        return bound;
    }

    /// <returns>False when no point lies within the bounds.</returns>
    public bool Solve(double cutoff = double.NegativeInfinity)
    {
        Price();
        Stand();
        for (var pivots = 0; ; pivots++)
        {
            if (pivots > 200 + 20 * _rows) Shake(pivots);
            if (_pivotsSinceFactor >= Math.Max(100, _rows)) Renew();
            if (Leaving() is not { } leaving) return true;
            if (!Step(leaving) && !Renewed()) return false;
            if (pivots % 8 == 7 && !double.IsNegativeInfinity(cutoff) && SafeBound() <= cutoff) { Stopped = true; return true; }
        }
    }

    /// <summary>The last solve stopped early, its bound being at most the cutoff.</summary>
    public bool Stopped { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Price()
    {
        Stopped = false;
        Array.Clear(_dual);
        for (var i = 0; i < _rows; i++)
            if (_cost[_basis[i]] != 0) DenseRows.Add(_cost[_basis[i]], Row(i), _dual);
        for (var j = 0; j < _columns + _rows; j++) _reduced[j] = _place[j] >= 0 ? 0 : _cost[j] - Times(_dual, j);
    }

    /// <summary>Non-basic variables at the bound they prefer, basic ones where the rows put them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Stand()
    {
        Array.Clear(_change);
        for (var j = 0; j < _columns + _rows; j++)
        {
            if (_place[j] >= 0) continue;
            X[j] = _reduced[j] > 0 ? Upper[j] : _reduced[j] < 0 ? Lower[j] : X[j] >= Upper[j] ? Upper[j] : Lower[j];
            if (X[j] != 0) Spread(X[j], j);
        }
        for (var i = 0; i < _rows; i++) X[_basis[i]] = -DenseRows.Dot(Row(i), _change);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Row, double Bound)? Leaving()
    {
        double worst = 0;
        (int, double)? leaving = null;
        for (var i = 0; i < _rows; i++)
        {
            var j = _basis[i];
            var (below, above) = (Lower[j] - X[j], X[j] - Upper[j]);
            var off = Math.Max(below, above);
            if (off <= Feasible || off * off <= worst * _norm[i]) continue;
            worst = off * off / _norm[i];
            leaving = (i, below > 0 ? Lower[j] : Upper[j]);
        }
        return leaving;
    }

    private bool Step((int Row, double Bound) leaving)
    {
        var (r, bound) = leaving;
        var gone = _basis[r];
        var sign = X[gone] < bound ? -1.0 : 1.0; // a unit more of xⱼ moves the leaving variable by -alpha
        var count = Candidates(r, sign);
        _alpha[gone] = 1;
        var entering = Ratio(count, Math.Abs(X[gone] - bound));
        if (entering < 0)
        {
            _drifted = _pivotsSinceFactor > 0 && (Math.Abs(X[gone] - bound) < 1e-6 || Enumerable.Range(0, _rows).Any(i => i != r && Math.Abs(Times(Row(r), _basis[i])) > Drift));
            return false;
        }
        for (var i = 0; i < _rows; i++) _entering[i] = Times(Row(i), entering);
        _drifted = _pivotsSinceFactor > 0 && Math.Abs(_entering[r] - _alpha[entering]) > Drift * (1 + Math.Abs(_alpha[entering]));
        if (_drifted) return false;
        Enter(r, entering, bound);
        return true;
    }

    /// <summary>Whether the last step failed because of rounding errors of the inverse; then it is made anew.</summary>
    private bool Renewed()
    {
        if (!_drifted) return false;
        Renew();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Candidates(int r, double sign)
    {
        var row = Row(r);
        var count = 0;
        for (var j = 0; j < _columns + _rows; j++)
        {
            if (_place[j] >= 0) { _alpha[j] = 0; continue; }
            var alpha = _alpha[j] = Times(row, j);
            if (Lower[j] == Upper[j]) continue;
            // The leaving variable must move towards its bound, and xⱼ can only leave the bound where it stands.
            if (sign * alpha > Pivot && X[j] == Lower[j] || sign * alpha < -Pivot && X[j] == Upper[j]) _candidates[count++] = j;
        }
        return count;
    }

    /// <summary>Passes the breakpoints of the dual objective in order, from a heap; a variable whose whole range is not enough goes to its other bound, the next one enters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Ratio(int count, double slope)
    {
        Array.Clear(_change);
        for (var at = 0; at < count; at++) _ratio[_candidates[at]] = Math.Abs(_reduced[_candidates[at]] / _alpha[_candidates[at]]);
        for (var at = count / 2 - 1; at >= 0; at--) Sink(at, count);
        while (count > 0)
        {
            var q = _candidates[0];
            var reach = Math.Abs(_alpha[q]) * (Upper[q] - Lower[q]);
            if (slope - reach <= Feasible) return q;
            slope -= reach;
            var up = X[q] == Lower[q];
            X[q] = up ? Upper[q] : Lower[q];
            Spread(up ? Upper[q] - Lower[q] : Lower[q] - Upper[q], q);
            _candidates[0] = _candidates[--count];
            Sink(0, count);
        }
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sink(int at, int count)
    {
        var moved = _candidates[at];
        for (var child = 2 * at + 1; child < count; child = 2 * at + 1)
        {
            if (child + 1 < count && Sooner(_candidates[child + 1], _candidates[child])) child++;
            if (!Sooner(_candidates[child], moved)) break;
            _candidates[at] = _candidates[child];
            at = child;
        }
        if (count > 0) _candidates[at] = moved;
    }

    /// <summary>The smaller ratio; the larger coefficient, which is safer to divide by, when both are the same up to rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Sooner(int a, int b) => _ratio[a] < _ratio[b] - 1e-12 || _ratio[a] <= _ratio[b] + 1e-12 && Math.Abs(_alpha[a]) > Math.Abs(_alpha[b]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Enter(int r, int q, double bound)
    {
        for (var i = 0; i < _rows; i++) X[_basis[i]] -= DenseRows.Dot(Row(i), _change);
        var gone = _basis[r];
        var step = (X[gone] - bound) / _entering[r];
        for (var i = 0; i < _rows; i++) X[_basis[i]] -= step * _entering[i];
        X[q] += step;
        X[gone] = bound;
        var dual = _reduced[q] / _alpha[q];
        for (var j = 0; j < _columns + _rows; j++)
            if (_alpha[j] != 0) _reduced[j] -= dual * _alpha[j];
        _reduced[q] = 0;
        (_basis[r], _place[q], _place[gone]) = (q, r, -1);
        Replace(r);
        Pivots++;
        _pivotsSinceFactor++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Replace(int r)
    {
        var pivot = Row(r);
        DenseRows.Scale(1 / _entering[r], pivot);
        for (var i = 0; i < _rows; i++)
        {
            if (i != r && _entering[i] == 0) continue;
            if (i != r) DenseRows.Add(-_entering[i], pivot, Row(i));
            _norm[i] = DenseRows.Dot(Row(i), Row(i));
        }
    }

    /// <summary>The inverse made anew from the basis, by Gauss-Jordan with row exchanges: rounding errors of many pivots are forgotten.</summary>
    private void Factor()
    {
        var matrix = new double[_rows * _rows];
        Array.Clear(_inverse);
        for (var i = 0; i < _rows; i++)
        {
            foreach (var (row, value) in Column(_basis[i])) matrix[row * _rows + i] = value;
            _inverse[i * _rows + i] = 1;
        }
        for (var step = 0; step < _rows; step++)
        {
            var best = step;
            for (var i = step + 1; i < _rows; i++)
                if (Math.Abs(matrix[i * _rows + step]) > Math.Abs(matrix[best * _rows + step])) best = i;
            Exchange(matrix, step, best);
            Exchange(_inverse, step, best);
            var by = 1 / matrix[step * _rows + step];
            DenseRows.Scale(by, matrix.AsSpan(step * _rows, _rows));
            DenseRows.Scale(by, Row(step));
            for (var i = 0; i < _rows; i++)
            {
                if (i == step || matrix[i * _rows + step] is not (var times and not 0)) continue;
                DenseRows.Add(-times, matrix.AsSpan(step * _rows, _rows), matrix.AsSpan(i * _rows, _rows));
                DenseRows.Add(-times, Row(step), Row(i));
            }
        }
        for (var i = 0; i < _rows; i++) _norm[i] = DenseRows.Dot(Row(i), Row(i));
        _pivotsSinceFactor = 0;
    }

    private void Exchange(double[] matrix, int a, int b)
    {
        if (a == b) return;
        for (var j = 0; j < _rows; j++) (matrix[a * _rows + j], matrix[b * _rows + j]) = (matrix[b * _rows + j], matrix[a * _rows + j]);
    }

    /// <summary>Ties can turn in circles: costs that differ by a hair break them.</summary>
    private void Shake(int pivots)
    {
        if (pivots % (200 + 20 * _rows) != 1) return;
        for (var j = 0; j < _columns; j++) _cost[j] += 1e-9 * (j * 7919L % 1009 - 504) / 504.0 * (1 + Math.Abs(_cost[j]));
        Renew();
    }

    private void Renew()
    {
        Factor();
        Price();
        Stand();
    }

    private Span<double> Row(int i) => _inverse.AsSpan(i * _rows, _rows);

    private IEnumerable<(int Row, double Value)> Column(int j) =>
        j >= _columns ? [(j - _columns, -1.0)] : _entries[_start[j].._start[j + 1]];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Times(ReadOnlySpan<double> row, int j)
    {
        if (j >= _columns) return -row[j - _columns];
        double sum = 0;
        var (from, to) = (_start[j], _start[j + 1]);
        foreach (var (i, value) in _entries.AsSpan(from, to - from)) sum += row[i] * value;
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Spread(double x, int j)
    {
        if (j >= _columns) _change[j - _columns] -= x;
        else foreach (var (i, value) in _entries.AsSpan(_start[j], _start[j + 1] - _start[j])) _change[i] += x * value;
    }
}
