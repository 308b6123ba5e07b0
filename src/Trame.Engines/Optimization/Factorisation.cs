using System.Runtime.CompilerServices;

namespace Trame.Engines.Optimization;

/// <summary>A basis matrix as L·R⁻¹·U, kept true while columns are exchanged one by one.</summary>
/// <remarks>
/// Everything is numbered by row: after factorising, position p of the basis is the column whose pivot is in row p. L comes from
/// <see cref="MarkowitzElimination"/>; an exchange replaces a column of U and adds one row transformation (Forrest and Tomlin 1972).
/// Solves skip zeros and cost O(m + entries met).
/// </remarks>
internal sealed class Factorisation
{
    private readonly MarkowitzElimination _elimination = new();
    private readonly Lines _upperRows = new(), _upperColumns = new();
    private double[] _pivot = [], _spike = [], _partial = [], _transformValue = [];
    private int[] _order = [], _place = [], _transformRow = [], _transformStart = [], _transformIndex = [];
    private int _size, _orderCount, _transformCount, _transformEntries, _startEntries;

    /// <summary>Exchanges since the last factorisation.</summary>
    public int Updates { get; private set; }

    /// <summary>Whether another factorisation is cheaper than going on with this one.</summary>
    public bool Stale => Updates >= 100 || _transformEntries + _upperRows.Count > 3 * _startEntries + 4 * _size;

    /// <summary>Factorises the columns <paramref name="head"/> of [A | −I] and reorders them so that column p has its pivot in row p.</summary>
    /// <returns>How many columns depended on the others; those were replaced in <paramref name="head"/> by the logical of a row (number columns + row).</returns>
    public int Factorise(SparseMatrix a, int[] head)
    {
        _size = head.Length;
        Reserve();
        var replaced = _elimination.Run(a, head, _upperRows, _pivot, _order);
        _upperColumns.Transpose(_upperRows, _size);
        _orderCount = _size;
        for (var k = 0; k < _size; k++) _place[_order[k]] = k;
        (_transformCount, _transformEntries, Updates) = (0, 0, 0);
        _startEntries = _upperRows.Count + _elimination.Lower.Count;
        return replaced;
    }

    /// <summary>Solves B·x = b in place; with <paramref name="keep"/>, remembers what <see cref="Exchange"/> needs of the entering column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(double[] x, bool keep = false)
    {
        unchecked
        {
            _elimination.Lower.Solve(x);
            for (var e = 0; e < _transformCount; e++)
            {
                var sum = x[_transformRow[e]];
                for (var k = _transformStart[e]; k < _transformStart[e + 1]; k++) sum -= _transformValue[k] * x[_transformIndex[k]];
                x[_transformRow[e]] = sum;
            }
            if (keep) x.AsSpan(0, _size).CopyTo(_spike);
            var (start, length, index, value) = (_upperColumns.Start, _upperColumns.Length, _upperColumns.Index, _upperColumns.Value);
            for (var o = _orderCount - 1; o >= 0; o--)
            {
                var p = _order[o];
                if (p < 0 || x[p] == 0) continue;
                if (Math.Abs(x[p]) < 1e-14) { x[p] = 0; continue; }
                var xp = x[p] /= _pivot[p];
                for (int k = start[p], end = k + length[p]; k < end; k++) x[index[k]] -= value[k] * xp;
            }
        }
    }

    /// <summary>Solves Bᵀ·y = c in place; with <paramref name="keep"/>, remembers what <see cref="Exchange"/> needs of the leaving row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Backward(double[] y, bool keep = false)
    {
        unchecked
        {
            var (start, length, index, value) = (_upperRows.Start, _upperRows.Length, _upperRows.Index, _upperRows.Value);
            for (var o = 0; o < _orderCount; o++)
            {
                var p = _order[o];
                if (p < 0 || y[p] == 0) continue;
                if (Math.Abs(y[p]) < 1e-14) { y[p] = 0; continue; }
                var yp = y[p] /= _pivot[p];
                for (int k = start[p], end = k + length[p]; k < end; k++) y[index[k]] -= value[k] * yp;
            }
            if (keep) y.AsSpan(0, _size).CopyTo(_partial);
            for (var e = _transformCount - 1; e >= 0; e--)
            {
                var yr = y[_transformRow[e]];
                if (yr == 0) continue;
                for (var k = _transformStart[e]; k < _transformStart[e + 1]; k++) y[_transformIndex[k]] -= _transformValue[k] * yr;
            }
            _elimination.Lower.TransposedSolve(y);
        }
    }

    /// <summary>The column last kept by <see cref="Forward"/> takes position <paramref name="r"/>, whose unit vector was last kept by <see cref="Backward"/>.</summary>
    /// <returns>The relative difference between the new pivot computed in two ways: large when the factorisation has lost its digits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Exchange(int r, double alpha)
    {
        unchecked
        {
            var (old, pivot) = (_pivot[r], _spike[r]);
            GrowTransforms();
            _transformRow[_transformCount] = r;
            for (var o = _place[r] + 1; o < _orderCount; o++)
            {
                var p = _order[o];
                if (p < 0 || _partial[p] == 0) continue;
                var multiplier = -_partial[p] * old;
                (_transformIndex[_transformEntries], _transformValue[_transformEntries++]) = (p, multiplier);
                pivot -= multiplier * _spike[p];
            }
            _transformStart[++_transformCount] = _transformEntries;
            if (_transformEntries == _transformStart[_transformCount - 1]) _transformCount--;
            ReplaceColumn(r);
            _pivot[r] = pivot;
            Updates++;
            return Math.Abs(pivot - alpha * old) / Math.Max(Math.Abs(pivot), 1e-300);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReplaceColumn(int r)
    {
        foreach (var j in _upperRows.IndexesOf(r)) _upperColumns.Remove(j, r);
        foreach (var i in _upperColumns.IndexesOf(r)) _upperRows.Remove(i, r);
        _upperRows.Clear(r);
        _upperColumns.Clear(r);
        for (var i = 0; i < _size; i++)
        {
            if (i == r || Math.Abs(_spike[i]) < 1e-14) continue;
            _upperRows.Add(i, r, _spike[i]);
            _upperColumns.Add(r, i, _spike[i]);
        }
        _order[_place[r]] = -1;
        if (_orderCount == _order.Length) Array.Resize(ref _order, 2 * _order.Length + 8);
        (_order[_orderCount], _place[r]) = (r, _orderCount);
        _orderCount++;
    }

    private void Reserve()
    {
        if (_pivot.Length >= _size && _pivot.Length > 0) return;
        var room = _size + _size / 2 + 8;
        (_pivot, _spike, _partial) = (new double[room], new double[room], new double[room]);
        (_order, _place) = (new int[room + 128], new int[room]);
    }

    private void GrowTransforms()
    {
        if (_transformCount + 2 > _transformRow.Length)
        {
            Array.Resize(ref _transformRow, 2 * _transformRow.Length + 128);
            Array.Resize(ref _transformStart, _transformRow.Length + 1);
        }
        if (_transformEntries + _size <= _transformIndex.Length) return;
        Array.Resize(ref _transformIndex, 2 * _transformIndex.Length + 2 * _size);
        Array.Resize(ref _transformValue, _transformIndex.Length);
    }
}
