namespace Trame.Engines.Optimization;

/// <summary>One search of <see cref="IntegerSolver"/>. Objectives inside are those of the simplex: minimised and scaled.</summary>
internal sealed class BranchAndBound
{
    private const int NodesBeforeDiving = 20; // with a point at hand, a small search ends before diving pays

    private readonly IntegerProgram _program;
    private readonly Incumbent _incumbent;
    private readonly Branching _branching;
    private readonly DivingHeuristic _diving;
    private readonly PseudoCosts _history;
    private readonly Budget _budget;
    private readonly IProgress<IntegerProgress>? _progress;
    private readonly PriorityQueue<SearchNode, (double Bound, long Order)> _open = new();
    private long _nodes, _order, _nextDive;
    private double _leastPruned = double.PositiveInfinity;

    public BranchAndBound(LinearModel model, ScaledModel scaled, PseudoCosts history, Budget budget, IProgress<IntegerProgress>? progress)
    {
        (_history, _budget, _progress) = (history, budget, progress);
        _program = new IntegerProgram(model, scaled);
        _incumbent = new Incumbent(model, _program, budget.Limits);
        _branching = new Branching(_program, history);
        _diving = new DivingHeuristic(_program, _incumbent, budget);
    }

    /// <summary>The vertex of the root, where the next search may start.</summary>
    public Basis? Root { get; private set; }

    public IntegerSolution Run(IEnumerable<IReadOnlyList<double>> starts)
    {
        if (!_program.RoundBounds()) return Answer(SolveStatus.Infeasible, double.PositiveInfinity);
        foreach (var point in starts) _incumbent.Offer(point);
        _nextDive = _incumbent.Values is null ? 1 : NodesBeforeDiving;
        var end = _program.Solve(_budget, double.PositiveInfinity);
        Root = _program.Basis();
        if (end == SimplexEnd.Infeasible) return Answer(SolveStatus.Infeasible, double.PositiveInfinity);
        if (end == SimplexEnd.Unbounded) return Unbounded();
        if (end == SimplexEnd.Stopped) return Answer(_budget.Stopped ?? SolveStatus.IterationLimit, double.NegativeInfinity);
        return Explore(new SearchNode(null, [], _program.Objective, 0, null, -1, false, 0));
    }

    private IntegerSolution Explore(SearchNode root)
    {
        SearchNode? node = root;
        _nodes = 1;
        node = Expand(root);
        while (_budget.Stopped is null && (node is not null || Next(out node)))
        {
            if (_nodes >= _budget.Limits.Nodes) _budget.StopBecause(SolveStatus.NodeLimit);
            if (_budget.Stopped is not null || _budget.Look()) break;
            if (++_nodes % 1000 == 0) Tell(node!, null);
            node = Visit(node!);
        }
        if (_budget.Stopped is not { } why) return Answer(_incumbent.Values is null ? SolveStatus.Infeasible : SolveStatus.Optimal, Math.Min(_leastPruned, _incumbent.Objective));
        return Answer(why, BoundWith(node));
    }

    private bool Next(out SearchNode? node)
    {
        if (!_open.TryDequeue(out node, out _)) return false;
        if (node.Bound >= _incumbent.Cutoff)
        {
            _leastPruned = Math.Min(_leastPruned, node.Bound); // and all the others are no better
            _open.Clear();
            return false;
        }
        _program.Enter(node);
        return true;
    }

    /// <summary>Solves a node whose bounds are in place; the child to follow, or null.</summary>
    private SearchNode? Visit(SearchNode node)
    {
        var end = _program.Solve(_budget, _incumbent.Cutoff);
        if (end == SimplexEnd.Stopped) return node;
        if (end == SimplexEnd.Infeasible) return null;
        var objective = Math.Max(node.Bound, _program.Objective);
        if (end == SimplexEnd.Done) _history.Learn(node.Branched, node.Up, _program.Objective - (node.Parent?.Bound ?? node.Bound), node.Distance);
        if (end == SimplexEnd.Cutoff || objective >= _incumbent.Cutoff)
        {
            _leastPruned = Math.Min(_leastPruned, objective);
            return null;
        }
        return Expand(node with { Bound = objective });
    }

    private SearchNode? Expand(SearchNode node)
    {
        var fractional = _program.Fractional();
        if (_incumbent.OfferRounded(fractional.Count == 0)) Tell(node, _incumbent.Values);
        if (fractional.Count == 0) return null;
        if (_nodes >= _nextDive)
        {
            _nextDive = _nodes + (_incumbent.Values is null ? 50 : Math.Max(200, 2 * _nodes));
            var improved = _diving.Run();
            if (improved) Tell(node, _incumbent.Values);
            if (_budget.Stopped is not null) return node;
            if (node.Bound >= _incumbent.Cutoff)
            {
                _leastPruned = Math.Min(_leastPruned, node.Bound);
                return null;
            }
            fractional = _program.Fractional();
            if (fractional.Count == 0) { _incumbent.OfferRounded(true); return null; } // another vertex of the same face
        }
        return Branch(node, fractional);
    }

    private SearchNode? Branch(SearchNode node, List<int> fractional)
    {
        var objective = _program.Objective;
        var tightened = _program.TightenByReducedCosts(objective, _incumbent.Cutoff);
        var choice = _branching.Choose(fractional);
        var (value, column) = (_program.Value(choice.Column), choice.Column);
        var down = new SearchNode(node, [.. tightened, new(column, _program.Lower[column], Math.Floor(value))], Math.Max(node.Bound, objective + choice.DownPenalty), node.Depth + 1, null, column, false, value - Math.Floor(value));
        var up = new SearchNode(node, [.. tightened, new(column, Math.Ceiling(value), _program.Upper[column])], Math.Max(node.Bound, objective + choice.UpPenalty), node.Depth + 1, null, column, true, Math.Ceiling(value) - value);
        var (first, second) = choice.UpFirst ? (up, down) : (down, up);
        if (second.Bound < _incumbent.Cutoff) _open.Enqueue(second with { Start = _program.Statuses() }, (second.Bound, _order++));
        else _leastPruned = Math.Min(_leastPruned, second.Bound);
        if (first.Bound >= _incumbent.Cutoff)
        {
            _leastPruned = Math.Min(_leastPruned, first.Bound);
            return null;
        }
        _program.Apply(first.Tightened);
        return first;
    }

    private double BoundWith(SearchNode? node)
    {
        var bound = Math.Min(_leastPruned, Math.Min(_incumbent.Objective, node?.Bound ?? double.PositiveInfinity));
        return _open.TryPeek(out _, out var first) ? Math.Min(bound, first.Bound) : bound;
    }

    private void Tell(SearchNode node, IReadOnlyList<double>? values) => _progress?.Report(new IntegerProgress(_nodes,
        _incumbent.Values is null ? double.NaN : _program.ToAuthor(_incumbent.Objective), _program.ToAuthor(BoundWith(node)), values is null ? null : [.. values]));

    /// <summary>The relaxation improves for ever; so do whole points if there is one, for rational data (Meyer 1974).</summary>
    private IntegerSolution Unbounded()
    {
        _program.ForgetCosts();
        if (_incumbent.Values is null)
        {
            if (_program.Solve(_budget, double.PositiveInfinity) != SimplexEnd.Done) return Answer(_budget.Stopped ?? SolveStatus.Infeasible, double.NegativeInfinity);
            var found = Explore(new SearchNode(null, [], 0, 0, null, -1, false, 0));
            if (found.Status != SolveStatus.Optimal) return found;
        }
        return Answer(SolveStatus.Unbounded, double.NegativeInfinity);
    }

    private IntegerSolution Answer(SolveStatus status, double bound) => new()
    {
        Status = status,
        Values = _incumbent.Values,
        Objective = _incumbent.Values is null ? double.NaN : _incumbent.AuthorObjective,
        Bound = _program.ToAuthor(_incumbent.Sharpen(bound)),
        Nodes = Math.Max(1, _nodes),
        Iterations = _budget.Iterations,
    };
}
