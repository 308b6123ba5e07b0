namespace Trame.Engines.Optimization;

/// <summary>A Farkas certificate: one combination of the author's own rows that no point within the bounds can satisfy.</summary>
/// <remarks>
/// Add the rows with <see cref="RowMultipliers"/> y: every point satisfies Σⱼ z[j]·x[j] = Σᵢ y[i]·activity[i], with z = <see cref="ColumnMultipliers"/> = yᵀA.
/// Within the bounds of the columns the left side is at most <see cref="MostOfColumns"/>, and within the bounds of the rows the right side is at least
/// <see cref="LeastOfRows"/>, which is larger: a contradiction. To say it in words: a row with y &gt; 0 needs at least its lower bound, one with y &lt; 0 at most its
/// upper bound, and every column with z ≠ 0 is already at its most helpful bound. (Farkas 1902; Gleeson and Ryan 1990 on infeasible subsystems.)
/// </remarks>
/// <param name="RowMultipliers">y, one per row; 0 for rows that play no part.</param>
/// <param name="ColumnMultipliers">z = yᵀA, one per column; 0 for bounds that play no part.</param>
/// <param name="MostOfColumns">The largest Σ z·x within the columns' bounds.</param>
/// <param name="LeastOfRows">The smallest Σ y·activity within the rows' bounds.</param>
public sealed record InfeasibilityProof(IReadOnlyList<double> RowMultipliers, IReadOnlyList<double> ColumnMultipliers, double MostOfColumns, double LeastOfRows);
