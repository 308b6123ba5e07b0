using Trame.Engines.Optimization;

namespace Trame.Engines.Secrecy;

/// <summary>The cheapest way to make a sensitive cell movable, among the cells that are near it: a linear program where hidden cells move for nothing.</summary>
/// <param name="problem">The table.</param>
/// <param name="limits">Read at each program: what is left of the time.</param>
/// <param name="near">How many cells the program may move: those reached through sums at the least price.</param>
/// <param name="stop">Ends the program without an answer.</param>
internal sealed class CheapestMove(SuppressionProblem problem, Func<SolveLimits> limits, int near, CancellationToken stop)
{
    private const double Nothing = 1e-7;
    private const double Far = 1000; // in three dimensions a cell may have to move further than the one it hides
    private readonly int[] _column = [.. Enumerable.Repeat(-1, problem.Count)]; // of each cell in the program of the moment; −1 when it stays
    private readonly Neighbourhood _near = new(problem);

    /// <param name="cell">Sensitive.</param>
    /// <param name="up">Which way it must be able to move.</param>
    /// <param name="hidden">Cells that move for nothing.</param>
    /// <param name="price">What the others cost; infinite when they may not be hidden.</param>
    /// <returns>The cells that move, or null when it cannot be done.</returns>
    public int[]? Find(int cell, bool up, bool[] hidden, double[] price)
    {
        var cells = _near.Around([cell], near, hidden, price);
        return Find(cells, cell, up, hidden, price, 1) ?? Find(cells, cell, up, hidden, price, Far);
    }

    private int[]? Find(List<int> cells, int cell, bool up, bool[] hidden, double[] price, double most)
    {
        var (model, need) = (new LinearModel(), problem.Need[cell]);
        foreach (var i in cells) // up, then down
        {
            var (room, cost) = (Math.Min(most, problem.Figure[i] / need), hidden[i] ? 0 : price[i]);
            _column[i] = i == cell ? model.AddColumn(0, up ? 1 : 0, up ? 1 : 0) : model.AddColumn(cost, 0, most);
            model.AddColumn(i == cell ? 0 : cost / Math.Clamp(room, 1e-3, 1), i == cell && !up ? 1 : 0, i == cell ? up ? 0 : 1 : room); // a small cell that moves at all is hidden as a whole
        }

        foreach (var sum in cells.SelectMany(i => problem.SumsOf[i]).Distinct())
        {
            int[] here = Array.FindAll(problem.Sums[sum], i => _column[i] >= 0);
            model.AddRow(0, 0, [.. here.SelectMany(i => (int[])[_column[i], _column[i] + 1])], [.. here.SelectMany(i => (double[])[problem.Sign(sum, i), -problem.Sign(sum, i)])]);
        }

        var solution = new LinearSolver(model).Solve(limits(), stop: stop);
        int[]? moved = solution.Status != SolveStatus.Optimal ? null
            : [.. cells.Where(i => Math.Abs(solution.Values[_column[i]] - solution.Values[_column[i] + 1]) > Nothing).Order()];
        foreach (var i in cells) _column[i] = -1;
        return moved;
    }
}
