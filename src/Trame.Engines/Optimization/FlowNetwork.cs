namespace Trame.Engines.Optimization;

/// <summary>Nodes that give or take, and arcs that carry at a cost, all in whole numbers.</summary>
public sealed class FlowNetwork
{
    /// <summary>An arc without an upper bound.</summary>
    public const long Unlimited = long.MaxValue;

    private readonly List<long> _supply = [];
    private readonly List<FlowArc> _arcs = [];

    /// <summary>Number of nodes.</summary>
    public int NodeCount => _supply.Count;

    /// <summary>The arcs, in the order they were added.</summary>
    public IReadOnlyList<FlowArc> Arcs => _arcs;

    /// <summary>What each node gives (positive) or takes (negative).</summary>
    public IReadOnlyList<long> Supplies => _supply;

    /// <summary>Adds a node.</summary>
    /// <param name="supply">What leaves it minus what enters it.</param>
    /// <returns>Its number, from 0.</returns>
    public int AddNode(long supply = 0)
    {
        _supply.Add(supply);
        return _supply.Count - 1;
    }

    /// <summary>Adds an arc.</summary>
    /// <param name="from">Node it leaves.</param>
    /// <param name="to">Node it enters.</param>
    /// <param name="cost">Per unit carried, may be negative.</param>
    /// <param name="lower">Least flow, finite, may be negative.</param>
    /// <param name="upper">Most flow, or <see cref="Unlimited"/>.</param>
    /// <returns>Its number, from 0.</returns>
    /// <exception cref="ArgumentException">A node does not exist, or the bounds cross.</exception>
    public int AddArc(int from, int to, long cost, long lower = 0, long upper = Unlimited)
    {
        if (from < 0 || from >= NodeCount || to < 0 || to >= NodeCount) throw new ArgumentException($"arc {from} → {to} needs nodes among 0..{NodeCount - 1}.");
        if (lower > upper) throw new ArgumentException($"bounds must satisfy lower ≤ upper, not [{lower}, {upper}].");
        _arcs.Add(new(from, to, cost, lower, upper));
        return _arcs.Count - 1;
    }
}
