using Trame.Engines.Optimization;

namespace Trame.Engines.Secrecy;

/// <summary>The linear program of <see cref="JointMoves"/>: two columns for each cell that may move, so that what it costs or is paid can have an angle.</summary>
internal sealed class JointProgram
{
    private const double Nothing = 1e-7;
    private const double Far = 1e4;
    private const double Few = 0.05; // in units: how little a move must be to count for less than a cell
    private readonly SuppressionProblem _problem;
    private readonly LinearModel _model = new();
    private readonly LinearSolver _solver;
    private readonly int[] _cells;
    private readonly double _unit;
    private readonly Dictionary<int, int> _place = [];
    private readonly Dictionary<int, int> _sums = [];
    private readonly double[] _by;
    private readonly int[] _sign;
    private int _draws;

    /// <param name="problem">The table.</param>
    /// <param name="cells">Those that may move.</param>
    /// <param name="unit">What a move of 1 is, in figures.</param>
    public JointProgram(SuppressionProblem problem, int[] cells, double unit)
    {
        (_problem, _cells, _unit, _solver, _by, _sign) = (problem, cells, unit, new(_model), new double[cells.Length], new int[cells.Length]);
        foreach (var i in cells)
        {
            _place.Add(i, _place.Count);
            _model.AddColumn(0, 0, 0);
            _model.AddColumn(0, 0, 0);
        }

        foreach (var sum in cells.SelectMany(i => problem.SumsOf[i]))
        {
            if (!_sums.TryAdd(sum, _sums.Count)) continue;
            int[] here = Array.FindAll(problem.Sums[sum], _place.ContainsKey);
            _model.AddRow(0, 0, [.. here.SelectMany(i => (int[])[2 * _place[i], 2 * _place[i] + 1])], [.. here.SelectMany(i => (double[])[problem.Sign(sum, i), -problem.Sign(sum, i)])]);
        }
    }

    /// <summary>Which way each cell is paid to move: one that moved a little goes on; else against what its sums already have, so that they stay even (as in controlled tabular adjustment: Dandekar and Cox 2002).</summary>
    public void Draw(IReadOnlySet<int> paid)
    {
        var even = new int[_sums.Count];
        _draws++;
        for (var k = 0; k < _cells.Length; k++)
        {
            if (!paid.Contains(_cells[k])) continue;
            if (_sign[k] == 0)
            {
                var tilt = _problem.SumsOf[_cells[k]].Sum(r => Math.Sign(even[_sums[r]]) * _problem.Sign(r, _cells[k]));
                _sign[k] = tilt > 0 || (tilt == 0 && (k * 0.6180339887498949 + _draws * 0.7548776662466927) % 1 < 0.5) ? -1 : 1;
            }

            foreach (var r in _problem.SumsOf[_cells[k]]) even[_sums[r]] += _sign[k] * _problem.Sign(r, _cells[k]);
        }
    }

    public void Price(bool[] hidden, double[] price, IReadOnlySet<int> paid, double pay)
    {
        for (var k = 0; k < _cells.Length; k++)
        {
            var (i, room) = (_cells[k], Math.Min(Far, _problem.Figure[_cells[k]] / _unit));
            if (paid.Contains(i)) Paid(k, room, Math.Min(room, _problem.Need[i] / _unit), pay);
            else if (hidden[i]) Set(k, (-room, room, 0), (0, 0, 0));
            else Shown(k, room, price[i]);
        }
    }

    /// <summary>A cell that moved costs the same however far; one that did not is dear at once.</summary>
    public void Reprice(bool[] hidden, double[] price, IReadOnlySet<int> paid)
    {
        for (var k = 0; k < _cells.Length; k++)
        {
            var i = _cells[k];
            if (!paid.Contains(i) && !hidden[i]) Shown(k, Math.Min(Far, _problem.Figure[i] / _unit), price[i] * (1 + Few) / (Math.Abs(_by[k]) + Few));
        }
    }

    public (bool Solved, long Iterations) Solve(SolveLimits limits, CancellationToken stop)
    {
        var solution = _solver.Solve(limits, stop: stop);
        var solved = solution.Status == SolveStatus.Optimal;
        for (var k = 0; k < _by.Length; k++)
        {
            _by[k] = solved ? solution.Values[2 * k] - solution.Values[2 * k + 1] : 0;
            _sign[k] = _by[k] > Nothing ? 1 : _by[k] < -Nothing ? -1 : 0;
        }

        return (solved, solution.Iterations);
    }

    public bool Protects(int cell) => Math.Abs(_by[_place[cell]]) * _unit >= _problem.Need[cell] * (1 - Nothing);

    /// <summary>Cells of the last movement, in increasing order.</summary>
    public int[] Moved() => [.. _cells.Where((_, k) => Math.Abs(_by[k]) > Nothing).Order()];

    private void Paid(int k, double room, double need, double pay)
    {
        if (_sign[k] > 0) Set(k, (-room, need, -pay / need), (need - room, 0, 0));
        else Set(k, (-need, room, pay / need), (0, room - need, 0));
    }

    private void Shown(int k, double room, double price)
    {
        if (double.IsPositiveInfinity(price)) (room, price) = (0, 0);
        Set(k, (0, room, price), (0, room, price));
    }

    private void Set(int k, params ReadOnlySpan<(double Lower, double Upper, double Cost)> pair)
    {
        for (var side = 0; side < 2; side++)
        {
            _model.SetBounds(2 * k + side, pair[side].Lower, pair[side].Upper);
            _model.SetCost(2 * k + side, pair[side].Cost);
        }
    }
}
