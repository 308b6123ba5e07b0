using System.Runtime.InteropServices;

namespace Trame.Engines.Optimization;

/// <summary>A linear program as its author writes it: columns with a cost and two bounds, rows with two bounds, and the coefficients where they meet.</summary>
/// <remarks>
/// Minimise or maximise offset + Σ cost·x subject to lower ≤ x ≤ upper and, for each row, lower ≤ Σ coefficient·x ≤ upper.
/// A bound may be infinite; equal bounds make a fixed column or an equality. Columns marked integer matter to <see cref="IntegerSolver"/> only.
/// The model grows (rows and columns are only added) and its costs and bounds change; solvers that live on it see the changes at their next solve.
/// Not thread-safe. Each coefficient is said once, with its row or with its column, whichever came last.
/// </remarks>
public sealed class LinearModel(Goal goal = Goal.Minimise)
{
    private readonly List<double> _cost = [], _lower = [], _upper = [], _rowLower = [], _rowUpper = [];
    private readonly List<bool> _integer = [];
    private readonly List<Entry> _entries = [];
    private readonly HashSet<int> _said = [];

    /// <summary>Minimise or maximise.</summary>
    public Goal Goal { get; } = goal;

    /// <summary>A constant added to the objective.</summary>
    public double Offset { get; set; }

    /// <summary>Number of columns.</summary>
    public int ColumnCount => _cost.Count;

    /// <summary>Number of rows.</summary>
    public int RowCount => _rowLower.Count;

    /// <summary>Number of non-zero coefficients.</summary>
    public int EntryCount => _entries.Count;

    /// <summary>Number of columns marked integer.</summary>
    public int IntegerCount { get; private set; }

    internal ReadOnlySpan<Entry> Entries => CollectionsMarshal.AsSpan(_entries);

    /// <summary>Adds a column that meets no row yet.</summary>
    /// <returns>Its number, from 0.</returns>
    /// <exception cref="ArgumentException">A number is NaN, a cost is infinite, or the bounds cross.</exception>
    public int AddColumn(double cost, double lower = 0, double upper = double.PositiveInfinity, bool integer = false) => AddColumn(cost, lower, upper, [], [], integer);

    /// <summary>Adds a column with its coefficients in rows that exist.</summary>
    /// <param name="cost">Its share of the objective, finite.</param>
    /// <param name="lower">Lower bound, may be −∞.</param>
    /// <param name="upper">Upper bound, may be +∞; at least <paramref name="lower"/>.</param>
    /// <param name="rows">Numbers of rows, each at most once.</param>
    /// <param name="values">Coefficients, as many as rows, finite.</param>
    /// <param name="integer">Whether branch and bound must give it a whole value.</param>
    /// <returns>Its number, from 0.</returns>
    /// <exception cref="ArgumentException">A number is out of its range, a row is unknown or said twice, the lengths differ, or the bounds cross.</exception>
    public int AddColumn(double cost, double lower, double upper, ReadOnlySpan<int> rows, ReadOnlySpan<double> values, bool integer = false)
    {
        Finite(cost, nameof(cost));
        Ordered(lower, upper);
        Check(rows, values, RowCount, nameof(rows));
        var column = ColumnCount;
        for (var k = 0; k < rows.Length; k++) if (values[k] != 0) _entries.Add(new(rows[k], column, values[k]));
        _cost.Add(cost);
        _lower.Add(lower);
        _upper.Add(upper);
        _integer.Add(integer);
        if (integer) IntegerCount++;
        return column;
    }

    /// <summary>Adds a row that meets no column yet.</summary>
    /// <returns>Its number, from 0.</returns>
    /// <exception cref="ArgumentException">A bound is NaN or the bounds cross.</exception>
    public int AddRow(double lower, double upper) => AddRow(lower, upper, [], []);

    /// <summary>Adds a row lower ≤ Σ values·x ≤ upper over columns that exist.</summary>
    /// <param name="lower">Lower bound, may be −∞.</param>
    /// <param name="upper">Upper bound, may be +∞; equal bounds make an equality.</param>
    /// <param name="columns">Numbers of columns, each at most once.</param>
    /// <param name="values">Coefficients, as many as columns, finite.</param>
    /// <returns>Its number, from 0.</returns>
    /// <exception cref="ArgumentException">A number is out of its range, a column is unknown or said twice, the lengths differ, or the bounds cross.</exception>
    public int AddRow(double lower, double upper, ReadOnlySpan<int> columns, ReadOnlySpan<double> values)
    {
        Ordered(lower, upper);
        Check(columns, values, ColumnCount, nameof(columns));
        var row = RowCount;
        for (var k = 0; k < columns.Length; k++) if (values[k] != 0) _entries.Add(new(row, columns[k], values[k]));
        _rowLower.Add(lower);
        _rowUpper.Add(upper);
        return row;
    }

    /// <summary>The cost of a column.</summary>
    public double Cost(int column) => _cost[column];

    /// <summary>The lower bound of a column.</summary>
    public double Lower(int column) => _lower[column];

    /// <summary>The upper bound of a column.</summary>
    public double Upper(int column) => _upper[column];

    /// <summary>The lower bound of a row.</summary>
    public double RowLower(int row) => _rowLower[row];

    /// <summary>The upper bound of a row.</summary>
    public double RowUpper(int row) => _rowUpper[row];

    /// <summary>Whether a column must be whole.</summary>
    public bool IsInteger(int column) => _integer[column];

    /// <summary>Every non-zero coefficient, in the order they were said.</summary>
    public IEnumerable<(int Row, int Column, double Value)> Coefficients() => _entries.Select(e => (e.Row, e.Column, e.Value));

    /// <summary>Changes the cost of a column.</summary>
    /// <exception cref="ArgumentException">The cost is not finite.</exception>
    public void SetCost(int column, double cost)
    {
        Finite(cost, nameof(cost));
        _cost[column] = cost;
    }

    /// <summary>Changes the bounds of a column.</summary>
    /// <exception cref="ArgumentException">A bound is NaN or they cross.</exception>
    public void SetBounds(int column, double lower, double upper)
    {
        Ordered(lower, upper);
        (_lower[column], _upper[column]) = (lower, upper);
    }

    /// <summary>Changes the bounds of a row.</summary>
    /// <exception cref="ArgumentException">A bound is NaN or they cross.</exception>
    public void SetRowBounds(int row, double lower, double upper)
    {
        Ordered(lower, upper);
        (_rowLower[row], _rowUpper[row]) = (lower, upper);
    }

    /// <summary>Says whether a column must be whole.</summary>
    public void SetInteger(int column, bool integer)
    {
        if (_integer[column] != integer) IntegerCount += integer ? 1 : -1;
        _integer[column] = integer;
    }

    private static void Finite(double value, string name)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"{name} must be finite, not {value}.", name);
    }

    private static void Ordered(double lower, double upper)
    {
        if (!(lower <= upper) || lower == double.PositiveInfinity || upper == double.NegativeInfinity)
            throw new ArgumentException($"bounds must satisfy lower ≤ upper, not [{lower}, {upper}].");
    }

    private void Check(ReadOnlySpan<int> places, ReadOnlySpan<double> values, int count, string name)
    {
        if (places.Length != values.Length) throw new ArgumentException($"{places.Length} {name} for {values.Length} values.", name);
        _said.Clear();
        for (var k = 0; k < places.Length; k++)
        {
            if (places[k] < 0 || places[k] >= count) throw new ArgumentException($"{name}: number {places[k]} is outside 0..{count - 1}.", name);
            if (!_said.Add(places[k])) throw new ArgumentException($"{name}: number {places[k]} is said twice.", name);
            Finite(values[k], nameof(values));
        }
    }

    internal readonly record struct Entry(int Row, int Column, double Value);
}
