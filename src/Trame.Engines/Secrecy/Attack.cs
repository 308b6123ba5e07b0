using Trame.Engines.Optimization;

namespace Trame.Engines.Secrecy;

/// <summary>What a reader can deduce: linear programs over the cells that are hidden, wholly or in part, one model per connected group of them.</summary>
internal sealed class Attack
{
    private const double Nothing = 1e-9;
    private const double Far = 1000;
    private static readonly double[] Widest = [double.PositiveInfinity, Far];
    private readonly SuppressionProblem _problem;
    private readonly double[] _hidden; // how much of each cell is hidden, in [0, 1]
    private readonly int[] _group, _place;
    private readonly Dictionary<int, Group> _groups = [];
    private readonly SolveLimits _limits;
    private readonly CancellationToken _stop;

    public Attack(SuppressionProblem problem, double[] hidden, SolveLimits limits, CancellationToken stop)
    {
        (_problem, _hidden, _limits, _stop) = (problem, hidden, limits, stop);
        (_group, _place) = (new int[problem.Count], new int[problem.Count]);
        for (var i = 0; i < problem.Count; i++) _group[i] = i;
        foreach (var sum in problem.Sums)
        {
            var first = -1;
            foreach (var i in sum)
            {
                if (!Open(i)) continue;
                if (first < 0) first = i;
                else _group[Root(i)] = Root(first);
            }
        }
    }

    /// <summary>How far the cell can move, as a share of what it needs, at most 1; with the duals of the sums.</summary>
    /// <param name="cell">A sensitive cell.</param>
    /// <param name="up">Above its figure, or below.</param>
    /// <param name="capped">Others move by at most the same amount: cuts are deeper; what is found protected is so.</param>
    public (double Share, Dictionary<int, double>? Duals, Dictionary<int, double>? Moves) Reach(int cell, bool up, bool capped)
    {
        var group = GroupOf(cell);
        var need = _problem.Need[cell];
        foreach (var i in group.Cells)
            group.Model.SetBounds(_place[i], -Math.Min(_problem.Figure[i] / need, capped || i == cell ? 1 : Far) * _hidden[i], (capped || i == cell ? 1 : Far) * _hidden[i]);
        return Solve(group, cell, up);
    }

    /// <summary>What a reader knows of a hidden cell, in its own unit.</summary>
    public FeasibleInterval Interval(int cell)
    {
        var group = GroupOf(cell);
        var unit = Math.Max(Math.Max(_problem.Figure[cell], _problem.Need[cell]), 1e-6 * group.Cells.Max(i => _problem.Figure[i]));
        if (unit == 0) unit = 1;
        var (below, above) = (Extreme(group, cell, false, unit), Extreme(group, cell, true, unit));
        var figure = _problem.Figure[cell];
        return new(cell, Math.Max(0, figure - below * unit), figure + above * unit, figure, _problem.Primary[cell] ? _problem.Need[cell] : 0);
    }

    /// <summary>How far the cell can go, in units. When the arithmetic of the widest program does not settle, a narrower one or a fresh start gives at least so much; at worst the figure itself, which is always possible.</summary>
    private double Extreme(Group group, int cell, bool up, double unit)
    {
        foreach (var widest in Widest)
        {
            foreach (var i in group.Cells) group.Model.SetBounds(_place[i], -Math.Min(widest, _problem.Figure[i] / unit), widest);
            for (var tries = 0; tries < 2; tries++)
            {
                var share = Solve(group, cell, up).Share;
                if (!double.IsNaN(share)) return Math.Max(0, share);
                if (_stop.IsCancellationRequested) return 0;
                group.Restart();
            }
        }

        return 0;
    }

    private (double Share, Dictionary<int, double>? Duals, Dictionary<int, double>? Moves) Solve(Group group, int cell, bool up)
    {
        group.Model.SetCost(_place[cell], up ? 1 : -1);
        var solution = group.Solver.Solve(_limits, stop: _stop);
        group.Model.SetCost(_place[cell], 0);
        if (solution.Status == SolveStatus.Unbounded) return (double.PositiveInfinity, null, null);
        if (solution.Status != SolveStatus.Optimal) return (double.NaN, null, null);
        var duals = new Dictionary<int, double>();
        for (var r = 0; r < group.Sums.Count; r++) if (Math.Abs(solution.RowDuals[r]) > Nothing) duals[group.Sums[r]] = solution.RowDuals[r];
        var moves = new Dictionary<int, double>();
        foreach (var i in group.Cells) if (Math.Abs(solution.Values[_place[i]]) > Nothing) moves[i] = solution.Values[_place[i]];
        return (solution.Objective, duals, moves);
    }

    private bool Open(int cell) => _hidden[cell] > Nothing;

    private int Root(int cell)
    {
        while (_group[cell] != cell) cell = _group[cell] = _group[_group[cell]];
        return cell;
    }

    private Group GroupOf(int cell)
    {
        var root = Root(cell);
        if (_groups.Count == 0) MakeGroups();
        return _groups[root];
    }

    private void MakeGroups()
    {
        for (var i = 0; i < _problem.Count; i++)
        {
            if (!Open(i)) continue;
            if (!_groups.TryGetValue(Root(i), out var group)) _groups.Add(Root(i), group = new(_problem));
            _place[i] = group.Add(i);
        }

        for (var r = 0; r < _problem.Sums.Length; r++)
        {
            var cells = Array.FindAll(_problem.Sums[r], Open);
            if (cells.Length > 0) _groups[Root(cells[0])].AddSum(r, cells, _place);
        }
    }

    private sealed class Group(SuppressionProblem problem)
    {
        public LinearModel Model { get; } = new(Goal.Maximise);
        public List<int> Cells { get; } = [];
        public List<int> Sums { get; } = [];
        public LinearSolver Solver { get => field ??= new(Model); private set; }

        public void Restart() => Solver = new(Model);

        public int Add(int cell)
        {
            Cells.Add(cell);
            return Model.AddColumn(0, -1, 1);
        }

        public void AddSum(int sum, int[] cells, int[] place)
        {
            Sums.Add(sum);
            Model.AddRow(0, 0, Array.ConvertAll(cells, i => place[i]), Array.ConvertAll(cells, i => (double)problem.Sign(sum, i)));
        }
    }
}
