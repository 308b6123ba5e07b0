using System.Numerics;

namespace Trame.Engines.Optimization;

/// <summary>Which rows may go to which columns, and at what cost; a pair that is not told is forbidden.</summary>
/// <typeparam name="T"><see cref="long"/>, exact, or <see cref="double"/>.</typeparam>
public sealed class AssignmentPairs<T> where T : struct, INumber<T>
{
    private readonly List<(int Row, int Column, T Cost)> _pairs = [];

    /// <summary>No pair yet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public AssignmentPairs(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        (Rows, Columns) = (rows, columns);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The pairs allowed; the last cost told for a pair counts.</summary>
    public IReadOnlyList<(int Row, int Column, T Cost)> All => _pairs;

    /// <summary>Allows a pair.</summary>
    /// <exception cref="ArgumentException">The row or the column does not exist, or the cost is not finite.</exception>
    public void Allow(int row, int column, T cost)
    {
        if (row < 0 || row >= Rows || column < 0 || column >= Columns) throw new ArgumentException($"pair ({row}, {column}) is outside {Rows} rows and {Columns} columns.");
        if (!T.IsFinite(cost)) throw new ArgumentException($"the cost of pair ({row}, {column}) must be finite, not {cost}.", nameof(cost));
        _pairs.Add((row, column, cost));
    }
}
