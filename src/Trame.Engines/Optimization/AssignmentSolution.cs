using System.Numerics;

namespace Trame.Engines.Optimization;

/// <summary>Who goes where, and the prices that prove nothing is better; or who stands in each other's way.</summary>
/// <remarks>
/// When minimising, RowDuals[i] + ColumnDuals[j] ≤ cost(i, j) for every allowed pair, with equality on the pairs chosen; on the longer side the duals are ≤ 0, and 0 for whoever
/// is left alone. When maximising, all signs turn round. Then any other assignment costs at least Σ duals, which is <see cref="Cost"/>.
/// </remarks>
public sealed record AssignmentSolution<T> where T : struct, INumber<T>
{
    /// <summary><see cref="SolveStatus.Optimal"/>, <see cref="SolveStatus.Infeasible"/> or <see cref="SolveStatus.Cancelled"/>.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>The column of each row; −1 for a row left alone.</summary>
    public required IReadOnlyList<int> ColumnOf { get; init; }

    /// <summary>The sum of the costs of the pairs chosen.</summary>
    public required T Cost { get; init; }

    /// <summary>One dual per row.</summary>
    public required IReadOnlyList<T> RowDuals { get; init; }

    /// <summary>One dual per column.</summary>
    public required IReadOnlyList<T> ColumnDuals { get; init; }

    /// <summary>When infeasible: members of the shorter side (rows, if there are no more rows than columns) who together may go to fewer places than they are (Hall 1935). Empty otherwise.</summary>
    public IReadOnlyList<int> TooMany { get; init; } = [];
}
