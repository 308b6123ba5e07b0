using Trame.Engines.Optimization;

namespace Trame.Engines.Secrecy;

/// <summary>The integer program over patterns: one column per cell that may be hidden, one row per cut found so far.</summary>
internal sealed class SuppressionMaster
{
    private readonly SuppressionProblem _problem;
    private readonly LinearModel _model = new();
    private readonly LinearSolver _relaxed;
    private readonly IntegerSolver _whole;
    private readonly int[] _column;
    private readonly HashSet<string> _known = [];
    private readonly double _unit;

    public SuppressionMaster(SuppressionProblem problem)
    {
        (_problem, _relaxed, _whole, _column) = (problem, new(_model), new(_model), new int[problem.Count]);
        _unit = problem.WholeCosts ? 1 : Math.Max(1e-9, problem.Weight.Sum() / problem.Count);
        for (var i = 0; i < problem.Count; i++)
            _column[i] = problem.Primary[i] || problem.Known[i] ? -1 : _model.AddColumn(problem.Weight[i] / _unit, 0, 1, integer: true);
    }

    public int Cuts => _known.Count;

    public bool Add(ProtectionCut cut)
    {
        if (!_known.Add(string.Join(' ', cut.Cells.Zip(cut.Coefficients, (i, c) => $"{i}:{c:G4}")))) return false;
        _model.AddRow(1, double.PositiveInfinity, Array.ConvertAll(cut.Cells, i => _column[i]), cut.Coefficients);
        return true;
    }

    /// <summary>A cell alone among what is hidden in a sum can be computed: useless, if it is secondary (Fischetti and Salazar-González 2001, bridgeless inequalities).</summary>
    public int AddBridgeless(double[] x)
    {
        var added = 0;
        for (var r = 0; r < _problem.Sums.Length; r++)
        {
            var sum = _problem.Sums[r];
            var total = sum.Sum(i => x[i]);
            foreach (var j in sum)
            {
                if (_column[j] < 0 || 2 * x[j] <= total + 1e-6 || sum.Any(i => i != j && _problem.Primary[i]) || !_known.Add($"{r} {j}")) continue;
                var others = sum.Where(i => i != j && _column[i] >= 0).ToArray();
                _model.AddRow(0, double.PositiveInfinity, [_column[j], .. others.Select(i => _column[i])], [-1, .. others.Select(_ => 1.0)]);
                added++;
            }
        }

        return added;
    }

    public (SolveStatus Status, double Cost, double[] X) Relax(SolveLimits limits, CancellationToken stop)
    {
        var solution = _relaxed.Solve(limits, stop: stop);
        return (solution.Status, solution.Objective * _unit, Spread(solution.Values));
    }

    public (SolveStatus Status, double Bound, double[]? X, long Nodes) Solve(bool[] incumbent, SolveLimits limits, CancellationToken stop)
    {
        var start = new double[_model.ColumnCount];
        for (var i = 0; i < _problem.Count; i++) if (_column[i] >= 0 && incumbent[i]) start[_column[i]] = 1;
        var solution = _whole.Solve(limits, start, null, stop);
        return (solution.Status, solution.Bound * _unit, solution.Values is null ? null : Spread(solution.Values), solution.Nodes);
    }

    private double[] Spread(IReadOnlyList<double> values)
    {
        var x = new double[_problem.Count];
        for (var i = 0; i < x.Length; i++) x[i] = _column[i] >= 0 ? values[_column[i]] : _problem.Primary[i] ? 1 : 0;
        return x;
    }
}
