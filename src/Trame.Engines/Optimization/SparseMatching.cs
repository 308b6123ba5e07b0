using System.Numerics;

namespace Trame.Engines.Optimization;

/// <summary>Assignment of a shorter side to a longer one over allowed pairs only: see <see cref="Assignment"/>.</summary>
internal sealed class SparseMatching<T> where T : struct, INumber<T>
{
    private readonly int _few, _many;
    private readonly int[] _start, _place, _from;
    private readonly T[] _cost, _distance;
    private readonly bool[] _known, _done;
    private readonly List<int> _reached = [];
    private readonly PriorityQueue<int, (T, int)> _heap = new();

    public SparseMatching(int few, int many, SortedDictionary<(int Few, int Many), T> costs)
    {
        (_few, _many, Partner, Owner, FewDuals, ManyDuals) = (few, many, new int[few], new int[many], new T[few], new T[many]);
        (_start, _place, _cost) = (new int[few + 1], new int[costs.Count], new T[costs.Count]);
        (_distance, _from, _known, _done) = (new T[many], new int[many], new bool[many], new bool[many]);
        Array.Fill(Partner, -1);
        Array.Fill(Owner, -1);
        var at = 0;
        foreach (var ((i, j), cost) in costs)
        {
            (_place[at], _cost[at++]) = (j, cost);
            _start[i + 1] = at;
        }
        for (var i = 0; i < few; i++) _start[i + 1] = Math.Max(_start[i + 1], _start[i]);
    }

    public int[] Partner { get; }
    public int[] Owner { get; }
    public T[] FewDuals { get; }
    public T[] ManyDuals { get; }
    public IReadOnlyList<int> TooMany { get; private set; } = [];

    public SolveStatus Run(CancellationToken stop)
    {
        for (var i = 0; i < _few; i++)
        {
            if (stop.IsCancellationRequested) return SolveStatus.Cancelled;
            if (!Augment(i)) return SolveStatus.Infeasible;
        }
        for (var i = 0; i < _few; i++) FewDuals[i] = CostOf(i, Partner[i]) - ManyDuals[Partner[i]];
        return SolveStatus.Optimal;
    }

    private T CostOf(int i, int j) => _cost[Array.BinarySearch(_place, _start[i], _start[i + 1] - _start[i], j)];

    private bool Augment(int start)
    {
        Forget();
        Reach(start, T.Zero);
        while (_heap.TryDequeue(out var j, out var key))
        {
            if (_done[j] || key.Item1 > _distance[j]) continue;
            if (Owner[j] < 0)
            {
                foreach (var reached in _reached) if (_done[reached]) ManyDuals[reached] += _distance[reached] - _distance[j];
                Turn(j, start);
                return true;
            }
            _done[j] = true;
            Reach(Owner[j], _distance[j] - (CostOf(Owner[j], j) - ManyDuals[j]));
        }
        TooMany = [.. _reached.Select(j => Owner[j]).Append(start).Order()];
        return false;
    }

    private void Reach(int i, T shift)
    {
        for (var k = _start[i]; k < _start[i + 1]; k++)
        {
            var j = _place[k];
            var distance = shift + _cost[k] - ManyDuals[j];
            if (_known[j] && distance >= _distance[j]) continue;
            if (!_known[j]) _reached.Add(j);
            (_known[j], _distance[j], _from[j]) = (true, distance, i);
            _heap.Enqueue(j, (distance, j));
        }
    }

    private void Turn(int end, int start)
    {
        for (var j = end; ;)
        {
            var i = _from[j];
            Owner[j] = i;
            (j, Partner[i]) = (Partner[i], j);
            if (i == start) return;
        }
    }

    private void Forget()
    {
        foreach (var j in _reached) _known[j] = _done[j] = false;
        _reached.Clear();
        _heap.Clear();
    }
}
