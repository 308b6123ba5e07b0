namespace Trame.Engines.Optimization;

/// <summary>Solves a linear program, and solves it again from where it stood after the model grew or changed.</summary>
/// <remarks>
/// Bounded revised simplex, primal and dual, on a sparse factorisation kept true between steps (Maros 2003; Koberstein 2005), after presolve the first time. Change the
/// <see cref="LinearModel"/> as you like (add columns or rows, change costs or bounds) and call <see cref="Solve"/> again: the last vertex is the starting point.
/// After new columns or costs the primal goes on; after new rows or bounds, the dual. Deterministic; not thread-safe: one solver, one thread.
/// Worst case exponential, in practice a few times (rows + columns) iterations of O(rows + non-zeros met).
/// </remarks>
public sealed class LinearSolver
{
    private readonly LinearModel _model;
    private readonly ScaledModel _scaled;
    private bool _solved;

    /// <summary>Makes a solver that lives on a model. Coefficients are read at each solve.</summary>
    public LinearSolver(LinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        (_model, _scaled) = (model, new ScaledModel(model));
    }

    /// <summary>Solves the model as it is now; columns marked integer may be fractional.</summary>
    /// <param name="limits">Time and iterations; none when null.</param>
    /// <param name="start">A basis to start from instead of the last one: one status for each column and row.</param>
    /// <param name="stop">Ends the search with <see cref="SolveStatus.Cancelled"/>.</param>
    /// <exception cref="ArgumentException">The basis has not one status per column and row.</exception>
    public LinearSolution Solve(SolveLimits? limits = null, Basis? start = null, CancellationToken stop = default)
    {
        var budget = new Budget(limits ?? SolveLimits.None, stop);
        _scaled.Refresh();
        if (start is not null) Start(start);
        else if (!_solved && Presolve.Of(_model) is { } presolve) Start(StartOf(presolve, budget));
        _solved = true;
        var end = _scaled.Simplex.Solve(budget);
        return new LinearAnswer(_model, _scaled).Read(end, budget);
    }

    /// <summary>Solves what presolve left, and tells where that is in the whole model.</summary>
    private static Basis StartOf(Presolve presolve, Budget budget)
    {
        var reduced = new ScaledModel(presolve.Reduced);
        reduced.Refresh();
        reduced.Simplex.Solve(budget);
        return presolve.Restore(reduced.Basis());
    }

    private void Start(Basis basis)
    {
        if (basis.Columns.Count != _model.ColumnCount || basis.Rows.Count != _model.RowCount)
            throw new ArgumentException($"the basis tells {basis.Columns.Count} columns and {basis.Rows.Count} rows, the model has {_model.ColumnCount} and {_model.RowCount}.", nameof(basis));
        _scaled.Start(basis);
    }
}
