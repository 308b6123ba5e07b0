namespace Trame.Engines.Optimization;

/// <summary>Solves a linear program some of whose columns must be whole, and solves it again from its last root after the model grew or changed.</summary>
/// <remarks>
/// Branch and bound on linear programs (Land and Doig 1960): each node starts from its parent's vertex with the dual simplex; reduced costs tighten bounds;
/// the branching column is chosen by pseudo-costs together with the penalty of the first dual step on each side (Driebeek 1966; Achterberg, Koch and Martin 2005);
/// rounding and diving find points early. One child is followed at once, the other waits in the order of bounds.
/// Deterministic. With changed costs only, the root is a few primal steps from the last one. Not thread-safe. Exponential at worst: give limits.
/// </remarks>
public sealed class IntegerSolver
{
    private const int Remembered = 16;

    private readonly LinearModel _model;
    private readonly ScaledModel _scaled;
    private readonly List<IReadOnlyList<double>> _found = []; // best points of the last solves: often good for the next one
    private PseudoCosts? _history;
    private Basis? _root;

    /// <summary>Makes a solver that lives on a model.</summary>
    public IntegerSolver(LinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        (_model, _scaled) = (model, new ScaledModel(model));
    }

    /// <summary>Solves the model as it is now.</summary>
    /// <param name="limits">Time, iterations, nodes and gaps; none when null.</param>
    /// <param name="incumbent">A point to improve on, one value per column; ignored when it is not feasible.</param>
    /// <param name="progress">Told of each new best point and of the bound from time to time, on this thread if it is a plain implementation.</param>
    /// <param name="stop">Ends the search with <see cref="SolveStatus.Cancelled"/> and the best point so far.</param>
    /// <exception cref="ArgumentException">The incumbent has not one value per column.</exception>
    public IntegerSolution Solve(SolveLimits? limits = null, IReadOnlyList<double>? incumbent = null, IProgress<IntegerProgress>? progress = null, CancellationToken stop = default)
    {
        if (incumbent is not null && incumbent.Count != _model.ColumnCount)
            throw new ArgumentException($"{incumbent.Count} values for {_model.ColumnCount} columns.", nameof(incumbent));
        var budget = new Budget(limits ?? SolveLimits.None, stop);
        _scaled.Refresh();
        _found.RemoveAll(p => p.Count != _model.ColumnCount);
        if (_root is not null && _root.Columns.Count == _model.ColumnCount && _root.Rows.Count == _model.RowCount) _scaled.Start(_root);
        if (_history is null || _history.Count != _model.ColumnCount) _history = new PseudoCosts(_model.ColumnCount);
        var search = new BranchAndBound(_model, _scaled, _history, budget, progress);
        var solution = search.Run(incumbent is null ? _found : [incumbent, .. _found]);
        _root = search.Root;
        if (solution.Values is not null) Remember(solution.Values);
        return solution;
    }

    private void Remember(IReadOnlyList<double> point)
    {
        _found.RemoveAll(p => p.Count != point.Count || p.SequenceEqual(point));
        _found.Insert(0, point);
        if (_found.Count > Remembered) _found.RemoveAt(Remembered);
    }
}
