using System.Numerics;

namespace Trame.Engines.Optimization;

/// <summary>Rectangular assignment: every member of the shorter side gets a partner of its own, for the least (or most) total cost.</summary>
/// <remarks>
/// Shortest augmenting paths with prices, after reductions that place most rows at once (Jonker and Volgenant 1987; Crouse 2016 for the rectangular case).
/// Dense: O(short² · long). Sparse: O(short · (pairs + long · log long)). Exact with <see cref="long"/>, whose overflow throws; deterministic.
/// </remarks>
public static class Assignment
{
    /// <summary>Every pair allowed.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="costs">rows × columns costs, row after row.</param>
    /// <param name="goal">Least or most.</param>
    /// <param name="stop">Ends with <see cref="SolveStatus.Cancelled"/>.</param>
    /// <exception cref="ArgumentException">There are not rows × columns costs, or one is not finite.</exception>
    public static AssignmentSolution<T> Solve<T>(int rows, int columns, ReadOnlySpan<T> costs, Goal goal = Goal.Minimise, CancellationToken stop = default) where T : struct, INumber<T>
    {
        if (rows < 0 || columns < 0 || costs.Length != (long)rows * columns) throw new ArgumentException($"{costs.Length} costs for {rows} × {columns} pairs.", nameof(costs));
        foreach (var cost in costs) if (!T.IsFinite(cost)) throw new ArgumentException($"costs must be finite, not {cost}; to forbid a pair, tell the allowed ones.", nameof(costs));
        var turned = rows > columns;
        var (few, many) = turned ? (columns, rows) : (rows, columns);
        var own = new T[costs.Length];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++) own[turned ? j * rows + i : i * columns + j] = goal == Goal.Maximise ? -costs[i * columns + j] : costs[i * columns + j];
        var matching = new DenseMatching<T>(few, many, own);
        return Read(matching.Run(stop), matching.Partner, matching.FewDuals, matching.ManyDuals, matching.Owner, [], turned, goal, (a, b) => own[a * many + b]);
    }

    /// <summary>Only the pairs told are allowed.</summary>
    /// <param name="pairs">Allowed pairs and their costs.</param>
    /// <param name="goal">Least or most.</param>
    /// <param name="stop">Ends with <see cref="SolveStatus.Cancelled"/>.</param>
    public static AssignmentSolution<T> Solve<T>(AssignmentPairs<T> pairs, Goal goal = Goal.Minimise, CancellationToken stop = default) where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var turned = pairs.Rows > pairs.Columns;
        var own = new SortedDictionary<(int Few, int Many), T>();
        foreach (var (row, column, cost) in pairs.All) own[turned ? (column, row) : (row, column)] = goal == Goal.Maximise ? -cost : cost;
        var matching = new SparseMatching<T>(turned ? pairs.Columns : pairs.Rows, turned ? pairs.Rows : pairs.Columns, own);
        var status = matching.Run(stop);
        return Read(status, matching.Partner, matching.FewDuals, matching.ManyDuals, matching.Owner, matching.TooMany, turned, goal, (a, b) => own[(a, b)]);
    }

    private static AssignmentSolution<T> Read<T>(SolveStatus status, int[] partner, T[] fewDuals, T[] manyDuals, int[] owner, IReadOnlyList<int> tooMany, bool turned, Goal goal, Func<int, int, T> cost)
        where T : struct, INumber<T>
    {
        var sum = T.Zero;
        for (var a = 0; a < partner.Length; a++) if (partner[a] >= 0) sum += cost(a, partner[a]);
        if (goal == Goal.Maximise)
        {
            sum = -sum;
            (fewDuals, manyDuals) = (Array.ConvertAll(fewDuals, d => -d), Array.ConvertAll(manyDuals, d => -d));
        }
        return new()
        {
            Status = status,
            ColumnOf = turned ? owner : partner,
            Cost = sum,
            RowDuals = turned ? manyDuals : fewDuals,
            ColumnDuals = turned ? fewDuals : manyDuals,
            TooMany = tooMany,
        };
    }
}
