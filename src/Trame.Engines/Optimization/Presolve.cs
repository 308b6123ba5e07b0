namespace Trame.Engines.Optimization;

/// <summary>Takes out of a model what decides itself, and puts it back into the vertex found for the rest.</summary>
/// <remarks>
/// Rows without effect or with one column, columns fixed, empty, or pulled by their cost towards a bound that no row opposes, columns that only serve one row
/// (Brearley, Mitra and Williams 1975; Andersen and Andersen 1995). Coefficients never change: only bounds and costs do. The vertex restored is the start of the
/// simplex on the whole model, which proves primal and dual values there; so a doubtful case is simply left in. O(non-zeros) per pass.
/// </remarks>
internal sealed class Presolve
{
    private const int Passes = 12;
    private const double Tolerance = 1e-9;

    private readonly LinearModel _model;
    private readonly SparseMatrix _a;
    private readonly double[] _cost, _lower, _upper, _rowLower, _rowUpper;
    private readonly int[] _inRow, _inColumn;
    private readonly bool[] _rowGone, _columnGone;
    private readonly Stack<PresolveStep> _steps = new();
    private bool _contradiction;

    private Presolve(LinearModel model)
    {
        _model = model;
        _a = new SparseMatrix(model.RowCount, model.ColumnCount, model.Entries);
        var sign = model.Goal == Goal.Maximise ? -1 : 1;
        _cost = [.. Enumerable.Range(0, model.ColumnCount).Select(j => sign * model.Cost(j))];
        _lower = [.. Enumerable.Range(0, model.ColumnCount).Select(model.Lower)];
        _upper = [.. Enumerable.Range(0, model.ColumnCount).Select(model.Upper)];
        _rowLower = [.. Enumerable.Range(0, model.RowCount).Select(model.RowLower)];
        _rowUpper = [.. Enumerable.Range(0, model.RowCount).Select(model.RowUpper)];
        (_rowGone, _columnGone) = (new bool[model.RowCount], new bool[model.ColumnCount]);
        _inRow = [.. Enumerable.Range(0, model.RowCount).Select(i => _a.RowStart[i + 1] - _a.RowStart[i])];
        _inColumn = [.. Enumerable.Range(0, model.ColumnCount).Select(j => _a.ColumnStart[j + 1] - _a.ColumnStart[j])];
    }

    /// <summary>What is left, minimised.</summary>
    public LinearModel Reduced { get; } = new();

    /// <summary>Reduces a model; null when too little is gained or when the model contradicts itself (the simplex will say how).</summary>
    public static Presolve? Of(LinearModel model)
    {
        var presolve = new Presolve(model);
        for (var pass = 0; pass < Passes; pass++)
        {
            var before = presolve._steps.Count;
            for (var i = 0; i < model.RowCount && !presolve._contradiction; i++) if (!presolve._rowGone[i]) presolve.LookAtRow(i);
            for (var j = 0; j < model.ColumnCount && !presolve._contradiction; j++) if (!presolve._columnGone[j]) presolve.LookAtColumn(j);
            if (presolve._contradiction) return null;
            if (presolve._steps.Count == before) break;
        }
        if (10 * presolve._steps.Count < model.RowCount + model.ColumnCount) return null;
        presolve.Build();
        return presolve;
    }

    /// <summary>The vertex of the whole model that corresponds to one of the reduced model.</summary>
    public Basis Restore(Basis reduced)
    {
        var (columns, rows) = (new VariableStatus[_model.ColumnCount], new VariableStatus[_model.RowCount]);
        var at = 0;
        for (var j = 0; j < columns.Length; j++) if (!_columnGone[j]) columns[j] = reduced.Columns[at++];
        at = 0;
        for (var i = 0; i < rows.Length; i++) if (!_rowGone[i]) rows[i] = reduced.Rows[at++];
        foreach (var step in _steps) step.Undo(columns, rows); // last one first
        return new Basis(columns, rows);
    }

    private void LookAtRow(int i)
    {
        if (_inRow[i] == 0)
        {
            if (_rowLower[i] > Tolerance || _rowUpper[i] < -Tolerance) _contradiction = true;
            else RemoveRow(i, new PresolveStep(PresolveKind.IdleRow, i, -1));
            return;
        }
        if (_inRow[i] == 1) { RowOfOneColumn(i); return; }
        var (least, most) = Activity(i, -1);
        if (least >= _rowLower[i] && most <= _rowUpper[i]) RemoveRow(i, new PresolveStep(PresolveKind.IdleRow, i, -1));
        else if (least - _rowUpper[i] > 1e-6 * (1 + Finite(least)) || _rowLower[i] - most > 1e-6 * (1 + Finite(most))) _contradiction = true;
    }

    private static double Finite(double bound) => double.IsFinite(bound) ? Math.Abs(bound) : 0;

    private void RowOfOneColumn(int i)
    {
        var (j, value) = Only(_a.RowStart[i], _a.RowStart[i + 1], _a.ColumnOf, _a.RowValue, _columnGone);
        if (Math.Abs(value) < 1e-6) return;
        var (lower, upper) = value > 0 ? (_rowLower[i] / value, _rowUpper[i] / value) : (_rowUpper[i] / value, _rowLower[i] / value);
        if (lower > _upper[j] || upper < _lower[j])
        {
            if (Math.Max(lower - _upper[j], _lower[j] - upper) > 1e-6 * (1 + Finite(lower) + Finite(upper))) _contradiction = true;
            return; // nearly touching: left to the simplex
        }
        var step = new PresolveStep(PresolveKind.BoundRow, i, j) { FromLower = lower > _lower[j], FromUpper = upper < _upper[j], Positive = value > 0 };
        (_lower[j], _upper[j]) = (Math.Max(lower, _lower[j]), Math.Min(upper, _upper[j]));
        RemoveRow(i, step);
    }

    private void LookAtColumn(int j)
    {
        if (_lower[j] == _upper[j]) { RemoveColumn(j, _lower[j], VariableStatus.AtLower); return; }
        var (mayFall, mayRise) = (_cost[j] >= 0, _cost[j] <= 0);
        for (var k = _a.ColumnStart[j]; k < _a.ColumnStart[j + 1] && (mayFall || mayRise); k++)
        {
            var i = _a.RowOf[k];
            if (_rowGone[i]) continue;
            var (needsLess, needsMore) = (double.IsFinite(_rowUpper[i]), double.IsFinite(_rowLower[i]));
            mayFall &= _a.ColumnValue[k] > 0 ? !needsMore : !needsLess;
            mayRise &= _a.ColumnValue[k] > 0 ? !needsLess : !needsMore;
        }
        if (mayFall && double.IsFinite(_lower[j])) RemoveColumn(j, _lower[j], VariableStatus.AtLower);
        else if (mayRise && double.IsFinite(_upper[j])) RemoveColumn(j, _upper[j], VariableStatus.AtUpper);
        else if (_inColumn[j] == 0 && _cost[j] == 0) RemoveColumn(j, 0, VariableStatus.AtZero);
        else if (_inColumn[j] == 1) ColumnOfOneRow(j);
    }

    /// <summary>A column that only one row knows: free, it pays whatever the row asks; a slack in disguise, it widens the row.</summary>
    private void ColumnOfOneRow(int j)
    {
        var (i, value) = Only(_a.ColumnStart[j], _a.ColumnStart[j + 1], _a.RowOf, _a.ColumnValue, _rowGone);
        if (Math.Abs(value) < 1e-3 || _inRow[i] < 2) return;
        var price = _cost[j] / value;
        var atLower = price > 0 || (price == 0 && double.IsFinite(_rowLower[i]));
        var side = atLower ? _rowLower[i] : _rowUpper[i];
        if (double.IsFinite(side) && ImpliedFree(i, j, value, side))
        {
            for (var k = _a.RowStart[i]; k < _a.RowStart[i + 1]; k++) if (_a.ColumnOf[k] != j && !_columnGone[_a.ColumnOf[k]]) _cost[_a.ColumnOf[k]] -= price * _a.RowValue[k];
            Take(j, i);
            RemoveRow(i, new PresolveStep(PresolveKind.FreeColumn, i, j) { FromLower = atLower });
        }
        else if (_cost[j] == 0 && _rowLower[i] == _rowUpper[i])
        {
            var (most, least) = value > 0 ? (_upper[j], _lower[j]) : (_lower[j], _upper[j]);
            (_rowLower[i], _rowUpper[i]) = (_rowLower[i] - value * most, _rowUpper[i] - value * least);
            Take(j, i);
            _steps.Push(new PresolveStep(PresolveKind.SlackColumn, i, j) { Positive = value > 0 });
        }
    }

    /// <summary>Whether the row at one of its sides keeps the column within its bounds, whatever the other columns do.</summary>
    private bool ImpliedFree(int i, int j, double value, double side)
    {
        if (double.IsNegativeInfinity(_lower[j]) && double.IsPositiveInfinity(_upper[j])) return true;
        var (least, most) = Activity(i, j);
        var (low, high) = ((side - most) / value, (side - least) / value);
        if (value < 0) (low, high) = (high, low);
        return low >= _lower[j] && high <= _upper[j];
    }

    private (double Least, double Most) Activity(int i, int except)
    {
        var (least, most) = (0.0, 0.0);
        for (var k = _a.RowStart[i]; k < _a.RowStart[i + 1]; k++)
        {
            var j = _a.ColumnOf[k];
            if (_columnGone[j] || j == except) continue;
            var value = _a.RowValue[k];
            least += value * (value > 0 ? _lower[j] : _upper[j]);
            most += value * (value > 0 ? _upper[j] : _lower[j]);
        }
        return (least, most);
    }

    private static (int Place, double Value) Only(int from, int to, int[] index, double[] values, bool[] gone)
    {
        for (var k = from; k < to; k++) if (!gone[index[k]]) return (index[k], values[k]);
        throw new InvalidOperationException("The count of a line does not match its entries."); // a bug of ours
    }

    private void RemoveRow(int i, PresolveStep step)
    {
        _rowGone[i] = true;
        for (var k = _a.RowStart[i]; k < _a.RowStart[i + 1]; k++) _inColumn[_a.ColumnOf[k]]--;
        _steps.Push(step);
    }

    /// <summary>Takes a column out at a value: the rows ask the others for the rest.</summary>
    private void RemoveColumn(int j, double at, VariableStatus status)
    {
        _columnGone[j] = true;
        for (var k = _a.ColumnStart[j]; k < _a.ColumnStart[j + 1]; k++)
        {
            var i = _a.RowOf[k];
            _inRow[i]--;
            (_rowLower[i], _rowUpper[i]) = (_rowLower[i] - _a.ColumnValue[k] * at, _rowUpper[i] - _a.ColumnValue[k] * at);
        }
        _steps.Push(new PresolveStep(PresolveKind.HeldColumn, -1, j) { Status = status });
    }

    private void Take(int j, int row)
    {
        _columnGone[j] = true;
        _inRow[row]--;
    }

    private void Build()
    {
        var (row, column) = (new int[_rowGone.Length], new int[_columnGone.Length]);
        for (var i = 0; i < row.Length; i++) row[i] = _rowGone[i] ? -1 : Reduced.AddRow(_rowLower[i], _rowUpper[i]);
        var (places, values) = (new List<int>(), new List<double>());
        for (var j = 0; j < column.Length; j++)
        {
            if (_columnGone[j]) continue;
            places.Clear();
            values.Clear();
            for (var k = _a.ColumnStart[j]; k < _a.ColumnStart[j + 1]; k++)
                if (row[_a.RowOf[k]] is >= 0 and var i) { places.Add(i); values.Add(_a.ColumnValue[k]); }
            column[j] = Reduced.AddColumn(_cost[j], _lower[j], _upper[j], places.ToArray(), values.ToArray());
        }
    }
}
