namespace Trame.Engines.Cooperation;

/// <summary>What holds a network together: nodes and ties whose loss would cut it.</summary>
/// <param name="Articulations">Nodes without which their part falls in two, ascending.</param>
/// <param name="Bridges">Ties without which it falls in two, the smaller number first, ascending.</param>
/// <param name="Isolates">Nodes without any tie to another, ascending.</param>
/// <param name="Part">Connected part of each node, numbered in order of first node.</param>
public sealed record NetworkCuts(IReadOnlyList<int> Articulations, IReadOnlyList<(int A, int B)> Bridges, IReadOnlyList<int> Isolates, IReadOnlyList<int> Part)
{
    /// <summary>One walk in depth (Tarjan 1972; Hopcroft and Tarjan 1973), without recursion. O(nodes + ties).</summary>
    /// <exception cref="ArgumentException">The network is directed.</exception>
    public static NetworkCuts Of(Network network)
    {
        if (network.IsDirected) throw new ArgumentException("An undirected network is needed.", nameof(network));
        var walk = new Walk(network);
        for (var node = 0; node < network.Nodes; node++)
            if (walk.Part[node] < 0) walk.From(node);
        return new([.. walk.Cuts.Order()], [.. walk.Bridges.Order()], [.. Enumerable.Range(0, network.Nodes).Where(n => network.Neighbours(n).IsEmpty)], walk.Part);
    }

    private sealed class Walk(Network network)
    {
        private readonly int[] _time = new int[network.Nodes], _low = new int[network.Nodes], _parent = new int[network.Nodes], _next = new int[network.Nodes];
        private int _clock, _parts;

        public int[] Part { get; } = [.. Enumerable.Repeat(-1, network.Nodes)];

        public HashSet<int> Cuts { get; } = [];

        public List<(int, int)> Bridges { get; } = [];

        public void From(int root)
        {
            var (path, branches) = (new Stack<int>(), 0);
            Enter(root, -1, path);
            while (path.TryPeek(out var node))
            {
                if (_next[node] < network.Start[node + 1])
                {
                    var other = network.To[_next[node]++];
                    if (Part[other] < 0) Enter(other, node, path);
                    else if (other != _parent[node]) _low[node] = Math.Min(_low[node], _time[other]);
                    continue;
                }

                path.Pop();
                var parent = _parent[node];
                if (parent < 0) continue;
                _low[parent] = Math.Min(_low[parent], _low[node]);
                if (_low[node] > _time[parent]) Bridges.Add((Math.Min(node, parent), Math.Max(node, parent)));
                if (parent == root) branches++;
                else if (_low[node] >= _time[parent]) Cuts.Add(parent);
            }

            if (branches > 1) Cuts.Add(root);
            _parts++;
        }

        private void Enter(int node, int parent, Stack<int> path)
        {
            (Part[node], _parent[node], _next[node], _time[node]) = (_parts, parent, network.Start[node], ++_clock);
            _low[node] = _time[node];
            path.Push(node);
        }
    }
}
