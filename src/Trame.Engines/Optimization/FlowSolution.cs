namespace Trame.Engines.Optimization;

/// <summary>The cheapest flow and the potentials that prove it, or what stands in its way.</summary>
public sealed record FlowSolution
{
    /// <summary><see cref="SolveStatus.Optimal"/>, <see cref="SolveStatus.Infeasible"/>, <see cref="SolveStatus.Unbounded"/>, or the limit met.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>Σ cost·flow; 0 unless optimal.</summary>
    public required long Cost { get; init; }

    /// <summary>Flow of each arc.</summary>
    public required IReadOnlyList<long> Flows { get; init; }

    /// <summary>One per node: cost + potential[from] − potential[to] is ≥ 0 on arcs at their lower bound, ≤ 0 at their upper bound, 0 strictly between.</summary>
    public required IReadOnlyList<long> Potentials { get; init; }

    /// <summary>When infeasible: nodes that must send out more than the arcs leaving them can carry, what must enter included (Gale 1957; Hoffman 1960).</summary>
    public IReadOnlyList<int> Crowded { get; init; } = [];

    /// <summary>When unbounded: arcs of a cycle without upper bounds whose costs add up to less than 0.</summary>
    public IReadOnlyList<int> Cycle { get; init; } = [];

    /// <summary>Pivots made.</summary>
    public required long Iterations { get; init; }
}
