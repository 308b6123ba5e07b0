namespace Trame.Engines.Optimization;

/// <summary>The answer to a linear program, with what proves it.</summary>
/// <remarks>
/// Duals follow the objective as its author wrote it: <see cref="RowDuals"/>[i] is the change of the objective per unit of the row's active bound, and
/// <see cref="ReducedCosts"/>[j] = cost[j] − Σ coefficient·dual. When minimising, a dual or a reduced cost is ≥ 0 on what stands at its lower bound and ≤ 0 at its
/// upper bound; when maximising, the other way; 0 strictly between. <see cref="LinearCheck"/> verifies all of it from the model alone.
/// </remarks>
public sealed record LinearSolution
{
    /// <summary>How the search ended.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>The objective at <see cref="Values"/>, offset included; NaN when infeasible.</summary>
    public required double Objective { get; init; }

    /// <summary>One value per column: optimal, or the last point of a search that was stopped (then perhaps infeasible).</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Σ coefficient·value, one per row.</summary>
    public required IReadOnlyList<double> Activities { get; init; }

    /// <summary>One dual per row.</summary>
    public required IReadOnlyList<double> RowDuals { get; init; }

    /// <summary>One reduced cost per column.</summary>
    public required IReadOnlyList<double> ReducedCosts { get; init; }

    /// <summary>The vertex: <see cref="LinearSolver"/> can start from it again.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Why nothing satisfies the model; when <see cref="SolveStatus.Infeasible"/> only.</summary>
    public InfeasibilityProof? Infeasibility { get; init; }

    /// <summary>One direction per column that improves the objective for ever and leaves no bound; when <see cref="SolveStatus.Unbounded"/> only (<see cref="Values"/> is then a feasible point).</summary>
    public IReadOnlyList<double>? Ray { get; init; }

    /// <summary>Simplex iterations of this solve.</summary>
    public required long Iterations { get; init; }
}
