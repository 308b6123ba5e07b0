namespace Trame.Engines.Optimization;

/// <summary>Factors for rows and columns that bring the coefficients near 1, as powers of two so that scaling itself never rounds.</summary>
/// <remarks>Alternating geometric means √(min·max) (Tomlin 1975, "On scaling linear programming problems"), a few passes. O(entries).</remarks>
internal static class GeometricScaling
{
    private const int Passes = 6;

    /// <summary>Fills the factors from index <paramref name="firstRow"/> and <paramref name="firstColumn"/> on; the earlier ones are kept as they are.</summary>
    public static void Compute(SparseMatrix a, double[] row, double[] column, int firstRow, int firstColumn)
    {
        Array.Fill(row, 1.0, firstRow, row.Length - firstRow);
        Array.Fill(column, 1.0, firstColumn, column.Length - firstColumn);
        if (WellScaled(a)) return;
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var i = firstRow; i < a.Rows; i++) row[i] = Factor(a.RowValue, a.ColumnOf, column, a.RowStart[i], a.RowStart[i + 1]);
            for (var j = firstColumn; j < a.Columns; j++) column[j] = Factor(a.ColumnValue, a.RowOf, row, a.ColumnStart[j], a.ColumnStart[j + 1]);
        }
        for (var i = firstRow; i < a.Rows; i++) row[i] = PowerOfTwo(row[i]);
        for (var j = firstColumn; j < a.Columns; j++) column[j] = PowerOfTwo(column[j]);
    }

    public static double PowerOfTwo(double value) => Math.ScaleB(1, Math.Clamp((int)Math.Round(Math.Log2(value)), -60, 60));

    private static bool WellScaled(SparseMatrix a)
    {
        foreach (var value in a.ColumnValue) if (Math.Abs(value) is < 0.2 or > 5) return false;
        return true;
    }

    private static double Factor(double[] values, int[] other, double[] factors, int from, int to)
    {
        if (from == to) return 1;
        double least = double.PositiveInfinity, most = 0;
        for (var k = from; k < to; k++)
        {
            var size = Math.Abs(values[k]) * factors[other[k]];
            least = Math.Min(least, size);
            most = Math.Max(most, size);
        }
        return 1 / Math.Sqrt(least * most);
    }
}
