using System.Diagnostics;
using Trame.Engines.Optimization;

namespace Trame.Engines.Secrecy;

/// <summary>Cutting planes between a program that proposes patterns and attacks that refute them, beside a heuristic that always holds a protected one.</summary>
internal sealed class SecondarySearch
{
    private const double Slack = 1e-6;
    private const int Near = 250; // cells
    private const int Large = 4000; // cells, from which on programs over the whole table take too long
    private readonly SuppressionProblem _problem;
    private readonly SuppressionMaster _master;
    private readonly GreedyProtection _cubes, _joint;
    private readonly SolveLimits _limits;
    private readonly CancellationToken _stop;
    private readonly long _started;
    private readonly Action<string>? _tell;
    private readonly bool _exact;
    private bool[] _best = [];
    private bool _doubt;

    public SecondarySearch(DisclosureTable table, SuppressionProblem problem, SuppressionOptions options, CancellationToken stop, Action<string>? tell = null)
    {
        var limits = options.Limits;
        (_problem, _limits, _stop, _tell, _started) = (problem, limits, stop, tell, limits.Clock.GetTimestamp());
        _exact = problem.Count <= options.ExactCells;
        var (cubes, near, whole) = (new CubeMoves(problem, new(table, problem)), new CheapestMove(problem, Rest, Near, stop), new CheapestMove(problem, Rest, int.MaxValue, stop));
        _cubes = new(problem, null, cubes.Find, (cell, up, hidden, price) => cubes.Find(cell, up, hidden, price) ?? (Late() ? null : near.Find(cell, up, hidden, price) ?? whole.Find(cell, up, hidden, price)), cubes.Find, Late);
        _joint = new(problem, new(problem, Rest, stop), cubes.Find, Cheaper, (cell, up, hidden, price) => cubes.Find(cell, up, hidden, price) ?? near.Find(cell, up, hidden, price), Late);

        int[]? Cheaper(int cell, bool up, bool[] hidden, double[] price)
        {
            var cube = cubes.Find(cell, up, hidden, price);
            if ((cube is not null && Price(cube) == 0) || Late()) return cube;
            var move = near.Find(cell, up, hidden, price);
            if (cube is null) return move ?? whole.Find(cell, up, hidden, price);
            return move is null || Price(move) > Price(cube) ? cube : move;

            double Price(int[] cells) => cells.Sum(i => hidden[i] ? 0 : price[i]);
        }

        _master = new(problem);
    }

    public double Bound { get; private set; }
    public bool Optimal { get; private set; }
    public IReadOnlySet<int> Unprotected => _cubes.Unprotected;
    private double Cost => _problem.Cost(_best);

    /// <param name="start">A protected pattern.</param>
    public bool[] Run(bool[] start)
    {
        _best = start;
        Offer(new double[_problem.Count], _cubes);
        if (_problem.Count <= Large) Offer(new double[_problem.Count], _joint);
        if (!_exact) return _best;
        Tighten();
        while (!Done() && !Late() && Whole()) { }
        return _best;
    }

    private bool Done() => Optimal = Optimal || (_problem.WholeCosts ? Math.Ceiling(Bound - Slack) : Bound * (1 + 1e-9) + 1e-9) >= Cost - Slack;

    private bool Late() => _stop.IsCancellationRequested || (_limits.Time is { } time && _limits.Clock.GetElapsedTime(_started) >= time);

    private SolveLimits Rest() => _limits.Time is not { } time ? _limits : _limits with { Time = TimeSpan.FromTicks(Math.Max(1, (time - _limits.Clock.GetElapsedTime(_started)).Ticks)) };

    /// <summary>The relaxation, cut until attacks on its fractions find nothing, or little.</summary>
    private void Tighten()
    {
        var (stalled, last) = (0, 0.0);
        for (var round = 0; !Late() && stalled < 4; round++)
        {
            var (status, cost, x) = _master.Relax(Rest(), _stop);
            if (status != SolveStatus.Optimal) return;
            Bound = Math.Max(Bound, cost);
            var found = _master.AddBridgeless(x) + Refute(x, capped: true);
            _tell?.Invoke($"round {round}: bound {cost}, cuts +{found} = {_master.Cuts}, best {Cost}");
            if (found == 0 || Done()) break;
            if (round % 5 == 4) Offer(x, _joint);
            stalled = cost > last + 1e-3 * Math.Max(1, last) ? 0 : stalled + 1;
            last = Math.Max(last, cost);
        }
    }

    /// <summary>One whole pattern proposed, refuted or accepted.</summary>
    private bool Whole()
    {
        var limits = Rest() with { AbsoluteGap = _problem.WholeCosts ? 0.999 : 1e-9, RelativeGap = _problem.WholeCosts ? 0 : 1e-7 };
        var (status, bound, x, nodes) = _master.Solve(_best, limits, _stop);
        if (status == SolveStatus.Optimal || bound > Bound) Bound = Math.Max(Bound, bound);
        _tell?.Invoke($"whole: {status} bound {bound}, {nodes} nodes, best {Cost}, cuts {_master.Cuts}");
        if (x is null || status is SolveStatus.Infeasible) return false;
        if (status == SolveStatus.Optimal && !Improves(x)) return !(Optimal = true); // nothing proposed is better than what is held
        var found = _master.AddBridgeless(x) + Refute(x, capped: true);
        if (found == 0) found = Refute(x, capped: false);
        if (found > 0) { Offer(x, _joint); return true; }
        if (_doubt)
        {
            Offer(x, _joint); // what no attack could settle is settled by a witness, or not at all
            return false;
        }

        if (!Late()) Take(Array.ConvertAll(x, v => v > 0.5));
        return !(Optimal = status == SolveStatus.Optimal && !Late());
    }

    private bool Improves(double[] x)
    {
        var cost = _problem.Cost(Array.ConvertAll(x, v => v > 0.5));
        return cost < Cost - (_problem.WholeCosts ? 0.5 : 1e-7 * Math.Max(1, Cost));
    }

    private int Refute(double[] x, bool capped)
    {
        _doubt = false;
        var (added, attack) = (0, new Attack(_problem, x, Rest(), _stop));
        foreach (var cell in _problem.Sensitive)
        {
            if (_cubes.Unprotected.Contains(cell)) continue;
            foreach (var up in _problem.Ways(cell))
            {
                if (Late()) return added;
                var (share, duals, _) = attack.Reach(cell, up, capped);
                if (share >= 1 - 1e-5) continue;
                if (duals is not null && ProtectionCut.Of(_problem, cell, duals) is { } cut && cut.At(x) < 1 - 1e-5 && _master.Add(cut)) added++;
                else _doubt = true;
            }
        }

        return added;
    }

    /// <summary>A protected pattern near a point of the relaxation.</summary>
    private void Offer(double[] x, GreedyProtection greedy)
    {
        var hidden = Array.ConvertAll(x, v => v > 0.7);
        var price = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            hidden[i] |= _problem.Primary[i];
            price[i] = (_problem.WholeCosts ? 1 : Math.Max(1e-3, _problem.Weight[i] / (1 + _problem.Weight.Max()) * 1000)) * (1.02 - x[i]);
        }

        if (!greedy.Complete(hidden, price) || !greedy.Unprotected.IsSubsetOf(Unprotected)) return;
        greedy.Trim(hidden);
        Take(hidden);
    }

    private void Take(bool[] hidden)
    {
        for (var i = 0; i < hidden.Length; i++) hidden[i] |= _problem.Primary[i];
        if (_best.Length == 0 || _problem.Cost(hidden) < Cost) _best = hidden;
    }
}
