using Trame.Engines.Optimization;

namespace Trame.Engines.Secrecy;

/// <summary>The cheapest way to make a sensitive cell movable: a linear program over the whole table, where hidden cells move for nothing.</summary>
internal sealed class CheapestMove
{
    private const double Nothing = 1e-7;
    private const double Far = 1000; // in three dimensions a cell may have to move further than the one it hides
    private readonly SuppressionProblem _problem;
    private readonly LinearModel _model = new();
    private readonly LinearSolver _solver;
    private readonly SolveLimits _limits;
    private readonly CancellationToken _stop;

    public CheapestMove(SuppressionProblem problem, SolveLimits limits, CancellationToken stop)
    {
        (_problem, _limits, _stop, _solver) = (problem, limits, stop, new(_model));
        for (var i = 0; i < 2 * problem.Count; i++) _model.AddColumn(0, 0, 1); // up, then down, cell after cell
        for (var r = 0; r < problem.Sums.Length; r++)
            _model.AddRow(0, 0, [.. problem.Sums[r].SelectMany(i => (int[])[2 * i, 2 * i + 1])], [.. problem.Sums[r].SelectMany(i => (double[])[problem.Sign(r, i), -problem.Sign(r, i)])]);
    }

    /// <param name="cell">Sensitive.</param>
    /// <param name="up">Which way it must be able to move.</param>
    /// <param name="hidden">Cells that move for nothing.</param>
    /// <param name="price">What the others cost; infinite when they may not be hidden.</param>
    /// <returns>The cells that move, or null when it cannot be done.</returns>
    public int[]? Find(int cell, bool up, bool[] hidden, double[] price) => Find(cell, up, hidden, price, 1) ?? Find(cell, up, hidden, price, Far);

    private int[]? Find(int cell, bool up, bool[] hidden, double[] price, double most)
    {
        var need = _problem.Need[cell];
        for (var i = 0; i < _problem.Count; i++)
        {
            var closed = !hidden[i] && (_problem.Known[i] || double.IsPositiveInfinity(price[i]));
            var room = Math.Min(most, _problem.Figure[i] / need);
            if (i == cell)
            {
                _model.SetBounds(2 * i, up ? 1 : 0, up ? 1 : 0);
                _model.SetBounds(2 * i + 1, up ? 0 : 1, up ? 0 : 1);
                continue;
            }

            var cost = hidden[i] || closed ? 0 : price[i];
            _model.SetBounds(2 * i, 0, closed ? 0 : most);
            _model.SetBounds(2 * i + 1, 0, closed ? 0 : room);
            _model.SetCost(2 * i, cost);
            _model.SetCost(2 * i + 1, cost / Math.Clamp(room, 1e-3, 1)); // a small cell that moves at all is hidden as a whole
        }

        var solution = _solver.Solve(_limits, stop: _stop);
        if (solution.Status != SolveStatus.Optimal) return null;
        return [.. Enumerable.Range(0, _problem.Count).Where(i => Math.Abs(solution.Values[2 * i] - solution.Values[2 * i + 1]) > Nothing)];
    }
}
