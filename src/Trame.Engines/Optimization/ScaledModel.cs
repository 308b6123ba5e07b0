namespace Trame.Engines.Optimization;

/// <summary>A model as the simplex sees it: minimised, scaled, with the basis kept while rows and columns are added.</summary>
internal sealed class ScaledModel(LinearModel model)
{
    private double[] _rowFactor = [], _columnFactor = [];
    private double _costFactor = 1;
    private int _rows = -1, _columns = -1;

    public Simplex Simplex { get; private set; } = null!; // Refresh comes first

    public double RowFactor(int i) => _rowFactor[i];

    public double ColumnFactor(int j) => _columnFactor[j];

    /// <summary>The factor from the simplex's objective to the author's, sign included.</summary>
    public double ObjectiveFactor => (model.Goal == Goal.Maximise ? -1 : 1) / _costFactor;

    /// <summary>Takes over what changed in the model; the basis stays, new rows enter it, new columns stay outside.</summary>
    public void Refresh()
    {
        if (model.RowCount != _rows || model.ColumnCount != _columns) Rebuild();
        LoadCosts();
        for (var j = 0; j < _columns; j++) SetBounds(j, model.Lower(j), model.Upper(j));
        for (var i = 0; i < _rows; i++)
            (Simplex.State.Lower[_columns + i], Simplex.State.Upper[_columns + i]) = (model.RowLower(i) * _rowFactor[i], model.RowUpper(i) * _rowFactor[i]);
    }

    public void SetBounds(int j, double lower, double upper) =>
        (Simplex.State.Lower[j], Simplex.State.Upper[j]) = (lower / _columnFactor[j], upper / _columnFactor[j]);

    public Basis Basis() => new([.. Simplex.State.Status.Take(_columns)], [.. Simplex.State.Status.Skip(_columns)]);

    public double Value(int j) => Simplex.State.X[j] * _columnFactor[j];

    /// <summary>Starts again from a basis told by the caller.</summary>
    public void Start(Basis basis)
    {
        var (state, at) = (Simplex.State, 0);
        state.RestoreBounds();
        for (var v = 0; v < state.Count; v++)
        {
            var status = v < _columns ? basis.Columns[v] : basis.Rows[v - _columns];
            if (status == VariableStatus.Basic && at < _rows) state.SetBasic(at++, v);
            else state.SetNonbasic(v, status);
        }
        for (var i = 0; at < _rows; i++) if (state.Place[_columns + i] < 0) state.SetBasic(at++, _columns + i);
        Array.Fill(state.DualWeight, 1);
        state.Factored = false;
    }

    private void LoadCosts()
    {
        var most = 0.0;
        for (var j = 0; j < _columns; j++) most = Math.Max(most, Math.Abs(model.Cost(j)) * _columnFactor[j]);
        _costFactor = most is 0 or (>= 1e-2 and <= 1e3) ? 1 : GeometricScaling.PowerOfTwo((most > 1e3 ? 1e3 : 1e-2) / most);
        var sign = model.Goal == Goal.Maximise ? -_costFactor : _costFactor;
        for (var j = 0; j < _columns; j++) Simplex.State.Cost[j] = sign * model.Cost(j) * _columnFactor[j];
    }

    private void Rebuild()
    {
        var (oldRows, oldColumns) = (Math.Max(_rows, 0), Math.Max(_columns, 0));
        (_rows, _columns) = (model.RowCount, model.ColumnCount);
        var matrix = new SparseMatrix(_rows, _columns, model.Entries);
        Array.Resize(ref _rowFactor, _rows);
        Array.Resize(ref _columnFactor, _columns);
        GeometricScaling.Compute(matrix, _rowFactor, _columnFactor, oldRows, oldColumns);
        matrix.Scale(_rowFactor, _columnFactor);
        var again = oldRows + oldColumns > 0;
        var state = new SimplexState(matrix, again && _rows == oldRows ? Simplex.State.Factors : null); // with the same rows the factors of the basis are what they were
        if (again) Carry(Simplex.State, state, oldRows, oldColumns);
        Simplex = new Simplex(state);
    }

    private void Carry(SimplexState from, SimplexState to, int oldRows, int oldColumns)
    {
        for (var v = 0; v < from.Count; v++)
        {
            var now = v < oldColumns ? v : v - oldColumns + _columns;
            to.Status[now] = from.Status[v];
            to.Place[now] = from.Place[v];
        }
        for (var p = 0; p < oldRows; p++) to.SetBasic(p, from.Head[p] < oldColumns ? from.Head[p] : from.Head[p] - oldColumns + _columns);
        for (var p = oldRows; p < _rows; p++) to.SetBasic(p, _columns + p);
        Array.Copy(from.DualWeight, to.DualWeight, oldRows);
        to.Factored = from.Factored && ReferenceEquals(to.Factors, from.Factors);
    }
}
