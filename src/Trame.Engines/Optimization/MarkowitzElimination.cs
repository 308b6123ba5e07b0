using System.Runtime.CompilerServices;

namespace Trame.Engines.Optimization;

/// <summary>Sparse Gaussian elimination: each pivot is chosen, among a few short rows and columns, to create the least fill while staying large in its row.</summary>
/// <remarks>Markowitz 1957 with threshold pivoting and a search limited to four lines (Zlatev 1980; Suhl and Suhl 1990). Keeps L as row operations in pivot order.</remarks>
internal sealed class MarkowitzElimination
{
    private const double Threshold = 0.1, Tiny = 1e-10, Drop = 1e-14;
    private const int LinesToTry = 4;

    private readonly Lines _columns = new();
    private readonly CountBuckets _rowBuckets = new(), _columnBuckets = new();
    private Lines _rows = new();
    private double[] _work = [], _rowMost = [], _lowerValue = [];
    private int[] _pivotRow = [], _lowerRow = [], _lowerStart = [0], _lowerIndex = [], _newHead = [];
    private int _size, _lowerCount;

    /// <summary>Entries of L.</summary>
    public int LowerCount => _lowerStart[_lowerCount];

    /// <summary>Eliminates the columns <paramref name="head"/> of [A | −I]; rows of U go to <paramref name="upper"/> without their pivots.</summary>
    /// <returns>How many dependent columns were replaced by logicals.</returns>
    public int Run(SparseMatrix a, int[] head, Lines upper, double[] pivot, int[] order)
    {
        _size = head.Length;
        _rows = upper;
        var replaced = 0;
        while (true)
        {
            Load(a, head);
            var done = 0;
            while (done < _size && FindPivot(out var p, out var q, out var value))
            {
                (pivot[p], order[done++], _pivotRow[q], _newHead[p]) = (value, p, p, head[q]);
                Eliminate(p, q, value);
            }
            if (done == _size) break;
            replaced += Complete(a, head, order.AsSpan(0, done));
        }
        Renumber(head);
        return replaced;
    }

    /// <summary>x ← L⁻¹x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void LowerSolve(double[] x)
    {
        unchecked
        {
            for (var l = 0; l < _lowerCount; l++)
            {
                var xp = x[_lowerRow[l]];
                if (xp == 0) continue;
                for (int k = _lowerStart[l], end = _lowerStart[l + 1]; k < end; k++) x[_lowerIndex[k]] -= _lowerValue[k] * xp;
            }
        }
    }

    /// <summary>y ← L⁻ᵀy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void LowerTransposedSolve(double[] y)
    {
        unchecked
        {
            for (var l = _lowerCount - 1; l >= 0; l--)
            {
                var sum = 0.0;
                for (int k = _lowerStart[l], end = _lowerStart[l + 1]; k < end; k++) sum += _lowerValue[k] * y[_lowerIndex[k]];
                if (sum != 0) y[_lowerRow[l]] -= sum;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Load(SparseMatrix a, int[] head)
    {
        unchecked
        {
            Reserve();
            _rows.Reset(_size);
            _columns.Reset(_size);
            _lowerCount = 0;
            Array.Clear(_newHead, 0, _size); // first the length of each row
            for (var q = 0; q < _size; q++)
            {
                if (head[q] >= a.Columns) { _newHead[head[q] - a.Columns]++; _columns.Open(q, 1); continue; }
                var (from, to) = (a.ColumnStart[head[q]], a.ColumnStart[head[q] + 1]);
                for (var k = from; k < to; k++) _newHead[a.RowOf[k]]++;
                _columns.Open(q, to - from + 2);
            }
            for (var i = 0; i < _size; i++) _rows.Open(i, _newHead[i] + 2);
            for (var q = 0; q < _size; q++)
            {
                if (head[q] >= a.Columns) { Put(head[q] - a.Columns, q, -1); continue; }
                for (int k = a.ColumnStart[head[q]], end = a.ColumnStart[head[q] + 1]; k < end; k++) if (a.ColumnValue[k] != 0) Put(a.RowOf[k], q, a.ColumnValue[k]);
            }
            _rowBuckets.Reset(_size);
            _columnBuckets.Reset(_size);
            for (var i = _size - 1; i >= 0; i--)
            {
                _rowMost[i] = -1;
                _rowBuckets.Add(i, _rows.Length[i]);
                _columnBuckets.Add(i, _columns.Length[i]);
            }
        }
    }

    private void Put(int row, int column, double value)
    {
        _rows.Add(row, column, value);
        _columns.Add(column, row, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool FindPivot(out int p, out int q, out double value)
    {
        unchecked
        {
            (p, q, value) = (-1, -1, 0);
            var (best, tried) = (long.MaxValue, 0);
            for (var count = 1; count <= _size; count++)
            {
                for (int j = _columnBuckets.First(count), next; j >= 0; j = next)
                {
                    next = _columnBuckets.Next(j);
                    var (row, size) = BestRow(j, count);
                    if (row < 0) { _columnBuckets.Remove(j); continue; } // comes back when its count changes
                    var merit = (long)(_rows.Length[row] - 1) * (count - 1);
                    if (merit < best) (best, p, q, value) = (merit, row, j, size);
                    if (best <= (long)(count - 1) * (count - 1) || ++tried >= LinesToTry) return true;
                }
                for (int i = _rowBuckets.First(count), next; i >= 0; i = next)
                {
                    next = _rowBuckets.Next(i);
                    var (column, size) = BestColumn(i);
                    if (column < 0) { _rowBuckets.Remove(i); continue; }
                    var merit = (long)(_columns.Length[column] - 1) * (count - 1);
                    if (merit < best) (best, p, q, value) = (merit, i, column, size);
                    if (best <= (long)(count - 1) * count || ++tried >= LinesToTry) return true;
                }
            }
            return p >= 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Row, double Value) BestRow(int column, int count)
    {
        unchecked
        {
            var (best, bestValue, bestLength) = (-1, 0.0, int.MaxValue);
            foreach (var i in _columns.IndexesOf(column))
            {
                if (_rows.Length[i] >= bestLength) continue;
                var value = ValueIn(i, column);
                if (Math.Abs(value) < Tiny || (count > 1 && Math.Abs(value) < Threshold * MostOf(i))) continue;
                (best, bestValue, bestLength) = (i, value, _rows.Length[i]);
            }
            return (best, bestValue);
        }
    }

    private (int Column, double Value) BestColumn(int row)
    {
        unchecked
        {
            var (best, bestValue, bestLength, least) = (-1, 0.0, int.MaxValue, Math.Max(Tiny, Threshold * MostOf(row)));
            for (int k = _rows.Start[row], end = k + _rows.Length[row]; k < end; k++)
            {
                var length = _columns.Length[_rows.Index[k]];
                if (length >= bestLength || Math.Abs(_rows.Value[k]) < least) continue;
                (best, bestValue, bestLength) = (_rows.Index[k], _rows.Value[k], length);
            }
            return (best, bestValue);
        }
    }

    private double ValueIn(int row, int column) => _rows.Value[Array.IndexOf(_rows.Index, column, _rows.Start[row], _rows.Length[row])];

    private double MostOf(int row)
    {
        unchecked
        {
            if (_rowMost[row] >= 0) return _rowMost[row];
            var most = 0.0;
            for (int k = _rows.Start[row], end = k + _rows.Length[row]; k < end; k++) most = Math.Max(most, Math.Abs(_rows.Value[k]));
            return _rowMost[row] = most;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Eliminate(int p, int q, double pivot)
    {
        unchecked
        {
            _rowBuckets.Remove(p);
            _columnBuckets.Remove(q);
            _rows.Remove(p, q);
            _columns.Remove(q, p);
            for (int k = _rows.Start[p], end = k + _rows.Length[p]; k < end; k++)
            {
                _columns.Remove(_rows.Index[k], p);
                _work[_rows.Index[k]] = _rows.Value[k];
            }
            if (_columns.Length[q] > 0)
            {
                OpenLower(p, _columns.Length[q]);
                foreach (var i in _columns.IndexesOf(q)) Subtract(i, p, _rows.Remove(i, q) / pivot);
                _columns.Clear(q);
            }
            for (int k = _rows.Start[p], end = k + _rows.Length[p]; k < end; k++)
            {
                _work[_rows.Index[k]] = 0;
                _columnBuckets.Change(_rows.Index[k], _columns.Length[_rows.Index[k]]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Subtract(int i, int p, double multiplier)
    {
        unchecked
        {
            var at = _lowerStart[_lowerCount]++;
            (_lowerIndex[at], _lowerValue[at]) = (i, multiplier);
            for (var k = _rows.Start[i] + _rows.Length[i] - 1; k >= _rows.Start[i]; k--)
            {
                var j = _rows.Index[k];
                if (_work[j] == 0) continue;
                var value = _rows.Value[k] -= multiplier * _work[j];
                _work[j] = -_work[j]; // met: no fill here
                if (Math.Abs(value) >= Drop) continue;
                _rows.RemoveAt(i, k);
                _columns.Remove(j, i);
            }
            MarkFill(i, p, multiplier);
            _rowMost[i] = -1;
            _rowBuckets.Change(i, _rows.Length[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MarkFill(int i, int p, double multiplier)
    {
        unchecked
        {
            for (int k = 0, length = _rows.Length[p]; k < length; k++)
            {
                var at = _rows.Start[p] + k; // the row may move when another one grows
                var (j, value) = (_rows.Index[at], _rows.Value[at]);
                if (_work[j] != value) { _work[j] = value; continue; }
                if (Math.Abs(multiplier * value) < Drop) continue;
                _rows.Add(i, j, -multiplier * value);
                _columns.Add(j, i, 0);
            }
        }
    }

    private void OpenLower(int p, int count)
    {
        if (_lowerCount + 2 > _lowerStart.Length) Array.Resize(ref _lowerStart, 2 * _lowerStart.Length + 16);
        if (_lowerCount + 1 > _lowerRow.Length) Array.Resize(ref _lowerRow, 2 * _lowerRow.Length + 16);
        var start = _lowerStart[_lowerCount];
        if (start + count > _lowerIndex.Length)
        {
            Array.Resize(ref _lowerIndex, 2 * (start + count));
            Array.Resize(ref _lowerValue, 2 * (start + count));
        }
        _lowerRow[_lowerCount++] = p;
        _lowerStart[_lowerCount] = start;
    }

    /// <summary>Puts the logical of each row without a pivot in the place of a column without one.</summary>
    private int Complete(SparseMatrix a, int[] head, ReadOnlySpan<int> pivoted)
    {
        var (hasPivot, columnDone) = (new bool[_size], new bool[_size]);
        foreach (var p in pivoted) { hasPivot[p] = true; columnDone[Array.IndexOf(head, _newHead[p])] = true; }
        var free = 0;
        for (var q = 0; q < _size; q++)
        {
            if (columnDone[q]) continue;
            while (hasPivot[free]) free++;
            hasPivot[free] = true;
            head[q] = a.Columns + free;
        }
        return _size - pivoted.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Renumber(int[] head)
    {
        unchecked
        {
            for (var i = 0; i < _size; i++)
                for (int k = _rows.Start[i], end = k + _rows.Length[i]; k < end; k++) _rows.Index[k] = _pivotRow[_rows.Index[k]];
            Array.Copy(_newHead, head, _size);
        }
    }

    private void Reserve()
    {
        if (_work.Length >= _size) return;
        var room = _size + _size / 2;
        (_work, _rowMost, _pivotRow, _newHead) = (new double[room], new double[room], new int[room], new int[room]);
    }
}
