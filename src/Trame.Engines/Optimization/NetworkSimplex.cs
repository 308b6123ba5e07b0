namespace Trame.Engines.Optimization;

/// <summary>One run of the network simplex: see <see cref="MinimumCostFlow"/>. Flows inside are above their lower bounds.</summary>
internal sealed class NetworkSimplex
{
    private readonly FlowNetwork _network;
    private readonly int _nodes, _arcs, _root, _block;
    private readonly int[] _from, _to;
    private readonly long[] _cost, _room, _flow;
    private readonly bool[] _inTree;
    private readonly FlowTree _tree;
    private int _next;

    public NetworkSimplex(FlowNetwork network, bool useCosts)
    {
        (_network, _nodes, _arcs) = (network, network.NodeCount, network.Arcs.Count);
        (_root, _block) = (_nodes, Math.Max(20, (int)Math.Sqrt(_arcs)));
        var all = _arcs + _nodes;
        (_from, _to, _cost, _room, _flow, _inTree) = (new int[all], new int[all], new long[all], new long[all], new long[all], new bool[all]);
        long[] supply = [.. network.Supplies];
        var most = 0L;
        for (var a = 0; a < _arcs; a++)
        {
            var arc = network.Arcs[a];
            (_from[a], _to[a], _cost[a]) = (arc.From, arc.To, useCosts ? arc.Cost : 0);
            _room[a] = arc.Upper == FlowNetwork.Unlimited ? FlowNetwork.Unlimited : arc.Upper - arc.Lower;
            supply[arc.From] -= arc.Lower;
            supply[arc.To] += arc.Lower;
            most = Math.Max(most, Math.Abs(_cost[a]));
        }
        _tree = new FlowTree(_nodes + 1, _root);
        var penalty = (most + 1) * (_nodes + 1);
        for (var i = 0; i < _nodes; i++) Attach(i, supply[i], penalty);
    }

    /// <summary>Arcs of an endless cycle, after <see cref="SimplexEnd.Unbounded"/>.</summary>
    public IReadOnlyList<int> Cycle { get; private set; } = [];

    /// <summary>Whether no artificial arc carries anything.</summary>
    public bool IsFeasible => !_flow.AsSpan(_arcs).ContainsAnyExcept(0);

    public long[] Flows()
    {
        var flows = new long[_arcs];
        for (var a = 0; a < _arcs; a++) flows[a] = _network.Arcs[a].Lower + _flow[a];
        return flows;
    }

    public long[] Potentials() => _tree.Potential[.._nodes];

    public SimplexEnd Run(Budget budget)
    {
        while (true)
        {
            var arc = Price();
            if (arc < 0) return SimplexEnd.Done;
            if (budget.Step()) return SimplexEnd.Stopped;
            if (!Pivot(arc)) return SimplexEnd.Unbounded;
        }
    }

    /// <summary>Nodes that an unsatisfied giver reaches through arcs with room: they hold more than can leave them.</summary>
    public IReadOnlyList<int> Crowded()
    {
        var seen = new bool[_nodes];
        var queue = new Queue<int>();
        for (var i = 0; i < _nodes; i++)
            if (_flow[_arcs + i] > 0 && _from[_arcs + i] == i) { seen[i] = true; queue.Enqueue(i); }
        var touching = Enumerable.Range(0, _arcs).SelectMany(a => new[] { (Node: _from[a], Arc: a), (Node: _to[a], Arc: a) }).ToLookup(t => t.Node, t => t.Arc);
        while (queue.TryDequeue(out var node))
            foreach (var a in touching[node])
            {
                var other = _from[a] == node && _flow[a] < _room[a] ? _to[a] : _to[a] == node && _flow[a] > 0 ? _from[a] : node;
                if (seen[other]) continue;
                seen[other] = true;
                queue.Enqueue(other);
            }
        return [.. Enumerable.Range(0, _nodes).Where(i => seen[i])];
    }

    private void Attach(int node, long supply, long penalty)
    {
        var arc = _arcs + node;
        var gives = supply >= 0;
        (_from[arc], _to[arc], _cost[arc]) = gives ? (node, _root, 0) : (_root, node, penalty);
        (_room[arc], _flow[arc], _inTree[arc]) = (FlowNetwork.Unlimited, Math.Abs(supply), true);
        _tree.Attach(node, _root, arc, gives ? 0 : penalty);
    }

    private long Reduced(int arc) => _cost[arc] + _tree.Potential[_from[arc]] - _tree.Potential[_to[arc]];

    /// <summary>The most wrong arc of the next block that has one.</summary>
    private int Price()
    {
        unchecked
        {
            var (best, most, left) = (-1, 0L, _block);
            for (var k = 0; k < _arcs; k++)
            {
                var arc = _next;
                _next = _next + 1 == _arcs ? 0 : _next + 1;
                if (!_inTree[arc])
                {
                    var reduced = Reduced(arc);
                    var wrong = _flow[arc] == 0 ? -reduced : reduced;
                    if (wrong > most && _room[arc] > 0) (best, most) = (arc, wrong);
                }
                if (--left > 0) continue;
                if (best >= 0) return best;
                left = _block;
            }
            return best;
        }
    }

    /// <summary>Sends as much as possible around the cycle that the arc closes; false when there is no limit.</summary>
    private bool Pivot(int arc)
    {
        var forward = _flow[arc] == 0;
        var (first, last) = forward ? (_from[arc], _to[arc]) : (_to[arc], _from[arc]);
        var join = _tree.Join(first, last);
        var (most, leaves, below) = (forward ? Left(arc) : _flow[arc], -1, first);
        for (var i = first; i != join; i = _tree.Parent[i])
        {
            var room = DownRoom(i);
            if (room < most) (most, leaves, below) = (room, i, first);
        }
        for (var i = last; i != join; i = _tree.Parent[i])
        {
            var room = UpRoom(i);
            if (room <= most && room < FlowNetwork.Unlimited) (most, leaves, below) = (room, i, last);
        }
        if (most == FlowNetwork.Unlimited)
        {
            Cycle = [arc, .. PathArcs(first, join), .. PathArcs(last, join)];
            return false;
        }
        Send(arc, forward, first, last, join, most);
        if (leaves < 0) return true;
        _inTree[_tree.Arc[leaves]] = false;
        _inTree[arc] = true;
        var outside = below == first ? last : first;
        _tree.Move(leaves, below, outside, arc, below == _from[arc] ? -_cost[arc] : _cost[arc]);
        return true;
    }

    private long Left(int arc) => _room[arc] == FlowNetwork.Unlimited ? FlowNetwork.Unlimited : _room[arc] - _flow[arc];

    /// <summary>Room from the parent down to a node, along its tree arc.</summary>
    private long DownRoom(int node) => _to[_tree.Arc[node]] == node ? Left(_tree.Arc[node]) : _flow[_tree.Arc[node]];

    private long UpRoom(int node) => _from[_tree.Arc[node]] == node ? Left(_tree.Arc[node]) : _flow[_tree.Arc[node]];

    private IEnumerable<int> PathArcs(int node, int join)
    {
        for (var i = node; i != join; i = _tree.Parent[i]) yield return _tree.Arc[i];
    }

    private void Send(int arc, bool forward, int first, int last, int join, long amount)
    {
        if (amount == 0) return;
        _flow[arc] += forward ? amount : -amount;
        for (var i = first; i != join; i = _tree.Parent[i]) _flow[_tree.Arc[i]] += _to[_tree.Arc[i]] == i ? amount : -amount;
        for (var i = last; i != join; i = _tree.Parent[i]) _flow[_tree.Arc[i]] += _from[_tree.Arc[i]] == i ? amount : -amount;
    }
}
