namespace Trame.Engines.Optimization;

/// <summary>The spanning tree of the network simplex: parents, children, depths and potentials. Moving a subtree is O(its size).</summary>
internal sealed class FlowTree
{
    private readonly int[] _depth, _firstChild, _nextSibling, _previousSibling;
    private readonly Stack<int> _stack = new();

    public FlowTree(int nodes, int root)
    {
        (Parent, Arc, Potential) = (new int[nodes], new int[nodes], new long[nodes]);
        (_depth, _firstChild, _nextSibling, _previousSibling) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
        Array.Fill(_firstChild, -1);
        (Parent[root], Arc[root]) = (-1, -1);
    }

    public int[] Parent { get; }

    /// <summary>The arc between each node and its parent.</summary>
    public int[] Arc { get; }

    public long[] Potential { get; }

    public void Attach(int node, int parent, int arc, long above)
    {
        Link(node, parent, arc);
        (_depth[node], Potential[node]) = (_depth[parent] + 1, Potential[parent] + above);
    }

    /// <summary>The node where the ways of two nodes to the root meet.</summary>
    public int Join(int a, int b)
    {
        while (a != b)
        {
            if (_depth[a] < _depth[b]) b = Parent[b];
            else if (_depth[b] < _depth[a]) a = Parent[a];
            else (a, b) = (Parent[a], Parent[b]);
        }
        return a;
    }

    /// <summary>Cuts the subtree of <paramref name="top"/> and hangs it by <paramref name="hook"/>, one of its nodes, under <paramref name="outside"/>.</summary>
    /// <param name="top">Root of the subtree.</param>
    /// <param name="hook">Node of the subtree that the new arc touches.</param>
    /// <param name="outside">The other end of the new arc.</param>
    /// <param name="arc">The new arc.</param>
    /// <param name="above">Potential of the hook minus that of the other end.</param>
    public void Move(int top, int hook, int outside, int arc, long above)
    {
        Unlink(top);
        var (node, parent, parentArc) = (hook, outside, arc);
        while (true)
        {
            var (oldParent, oldArc) = (Parent[node], Arc[node]);
            var last = node == top;
            if (!last) Unlink(node);
            Link(node, parent, parentArc);
            if (last) break;
            (node, parent, parentArc) = (oldParent, node, oldArc);
        }
        Refresh(hook, Potential[outside] + above - Potential[hook]);
    }

    private void Refresh(int top, long rise)
    {
        _stack.Push(top);
        while (_stack.TryPop(out var node))
        {
            _depth[node] = _depth[Parent[node]] + 1;
            Potential[node] += rise;
            for (var child = _firstChild[node]; child >= 0; child = _nextSibling[child]) _stack.Push(child);
        }
    }

    private void Link(int node, int parent, int arc)
    {
        (Parent[node], Arc[node]) = (parent, arc);
        var first = _firstChild[parent];
        (_nextSibling[node], _previousSibling[node], _firstChild[parent]) = (first, -1, node);
        if (first >= 0) _previousSibling[first] = node;
    }

    private void Unlink(int node)
    {
        if (_previousSibling[node] >= 0) _nextSibling[_previousSibling[node]] = _nextSibling[node];
        else _firstChild[Parent[node]] = _nextSibling[node];
        if (_nextSibling[node] >= 0) _previousSibling[_nextSibling[node]] = _previousSibling[node];
    }
}
