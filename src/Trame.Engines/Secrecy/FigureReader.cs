using Trame.Engines.Optimization;

namespace Trame.Engines.Secrecy;

/// <summary>What a reader of some figures can say of a group: two linear programs over one model.</summary>
internal sealed class FigureReader
{
    private const double Rounding = 1e-6;
    private readonly LinearModel _model = new();
    private readonly LinearSolver _solver;
    private readonly bool[] _told;

    public FigureReader(int populations, int[][] figures, double[] counts)
    {
        (_solver, _told) = (new(_model), new bool[populations]);
        for (var p = 0; p < populations; p++) _model.AddColumn(0);
        for (var f = 0; f < figures.Length; f++)
        {
            _model.AddRow(counts[f], counts[f], figures[f], [.. figures[f].Select(_ => 1.0)]);
            foreach (var p in figures[f]) _told[p] = true;
        }
    }

    public bool Agrees(CancellationToken stop) => _solver.Solve(stop: stop).Status == SolveStatus.Optimal;

    /// <returns>The bounds, whole numbers inside what is possible, and the figures that make them; null when nothing bounds the group, or the arithmetic does not settle.</returns>
    public (double Least, double Most, IReadOnlyList<int> Because)? Deduce(int[] group, CancellationToken stop)
    {
        if (Array.Exists(group, p => !_told[p])) return null;
        var (least, most) = (Extreme(group, 1, stop), Extreme(group, -1, stop));
        if (least is null || most is null) return null;
        return (Math.Ceiling(least.Objective - Rounding), Math.Floor(-most.Objective + Rounding), [.. Enumerable.Range(0, _model.RowCount).Where(r => Math.Abs(least.RowDuals[r]) + Math.Abs(most.RowDuals[r]) > Rounding)]);
    }

    private LinearSolution? Extreme(int[] group, int sign, CancellationToken stop)
    {
        foreach (var p in group) _model.SetCost(p, sign);
        var solution = _solver.Solve(stop: stop);
        foreach (var p in group) _model.SetCost(p, 0);
        stop.ThrowIfCancellationRequested();
        return solution.Status == SolveStatus.Optimal ? solution : null;
    }
}
