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
    private readonly DenseElimination _dense = new();
    private Lines _rows = new();
    private double[] _work = [], _rowMost = [];
    private int[] _pivotRow = [], _newHead = [];
    private bool[] _pivoted = [];
    private int _size;

    public LowerFactor Lower { get; } = new();

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
            while (done < _size && !IsFull(_size - done) && FindPivot(out var p, out var q, out var value))
            {
                Place(p, q, value, pivot, order, done++, head);
                Eliminate(p, q, value);
            }
            if (done < _size && IsFull(_size - done)) done = EliminateDensely(pivot, order, done, head);
            if (done == _size) break;
            replaced += Complete(a, head, order.AsSpan(0, done));
        }
        Renumber(head);
        return replaced;
    }

    private void Place(int p, int q, double value, double[] pivot, int[] order, int at, int[] head) => (pivot[p], order[at], _pivotRow[q], _newHead[p], _pivoted[p]) = (value, p, p, head[q], true);

    private bool IsFull(int left) => left is >= 16 and <= 4000 && _columns.Count > 0.3 * left * left;

    /// <summary>The rest of the rows and columns, as one block; stops before a row without a pivot.</summary>
    private int EliminateDensely(double[] pivot, int[] order, int done, int[] head)
    {
        int[] rows = [.. Enumerable.Range(0, _size).Where(i => !_pivoted[i])], columns = [.. Enumerable.Range(0, _size).Where(q => _columns.Length[q] > 0)];
        if (columns.Length < rows.Length) return done; // an empty column: the basis is singular
        var place = new int[_size];
        for (var k = 0; k < columns.Length; k++) place[columns[k]] = k;
        _dense.Reset(rows.Length);
        for (var k = 0; k < rows.Length; k++)
        {
            var row = _dense.Row(k);
            for (int at = _rows.Start[rows[k]], end = at + _rows.Length[rows[k]]; at < end; at++) row[place[_rows.Index[at]]] = _rows.Value[at];
        }
        for (var s = 0; s < rows.Length; s++)
        {
            var value = _dense.Eliminate(s, Tiny);
            if (value == 0) return done;
            Place(rows[s], columns[_dense.Order[s]], value, pivot, order, done++, head);
            Lower.Open(rows[s], rows.Length - s - 1);
            for (var k = s + 1; k < rows.Length; k++) if (Math.Abs(_dense.Row(k)[s]) >= Drop) Lower.Add(rows[k], _dense.Row(k)[s]);
        }
        for (var s = 0; s < rows.Length; s++) // exchanges of columns are over: rows of U can be read
        {
            _rows.Clear(rows[s]);
            var row = _dense.Row(s);
            for (var k = s + 1; k < rows.Length; k++) if (Math.Abs(row[k]) >= Drop) _rows.Add(rows[s], columns[_dense.Order[k]], row[k]);
        }
        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Load(SparseMatrix a, int[] head)
    {
        unchecked
        {
            Reserve();
            _rows.Reset(_size);
            _columns.Reset(_size);
            Lower.Reset();
            Array.Clear(_pivoted, 0, _size);
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
                Lower.Open(p, _columns.Length[q]);
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
            Lower.Add(i, multiplier);
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
        (_work, _rowMost, _pivotRow, _newHead, _pivoted) = (new double[room], new double[room], new int[room], new int[room], new bool[room]);
    }
}
