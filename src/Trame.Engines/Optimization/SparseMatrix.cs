namespace Trame.Engines.Optimization;

/// <summary>A matrix by columns and by rows at once: columns for the factorisation, rows for pricing.</summary>
internal sealed class SparseMatrix
{
    public SparseMatrix(int rows, int columns, ReadOnlySpan<LinearModel.Entry> entries)
    {
        (Rows, Columns) = (rows, columns);
        (ColumnStart, RowStart) = (new int[columns + 1], new int[rows + 1]);
        foreach (var entry in entries)
        {
            ColumnStart[entry.Column + 1]++;
            RowStart[entry.Row + 1]++;
        }
        for (var j = 0; j < columns; j++) ColumnStart[j + 1] += ColumnStart[j];
        for (var i = 0; i < rows; i++) RowStart[i + 1] += RowStart[i];
        (RowOf, ColumnValue, ColumnOf, RowValue) = (new int[entries.Length], new double[entries.Length], new int[entries.Length], new double[entries.Length]);
        Fill(entries);
    }

    public int Rows { get; }
    public int Columns { get; }
    public int[] ColumnStart { get; }
    public int[] RowOf { get; }
    public double[] ColumnValue { get; }
    public int[] RowStart { get; }
    public int[] ColumnOf { get; }
    public double[] RowValue { get; }

    /// <summary>Multiplies in place: entry (i, j) by row[i]·column[j].</summary>
    public void Scale(double[] row, double[] column)
    {
        for (var j = 0; j < Columns; j++)
            for (var k = ColumnStart[j]; k < ColumnStart[j + 1]; k++) ColumnValue[k] *= row[RowOf[k]] * column[j];
        for (var i = 0; i < Rows; i++)
            for (var k = RowStart[i]; k < RowStart[i + 1]; k++) RowValue[k] *= row[i] * column[ColumnOf[k]];
    }

    private void Fill(ReadOnlySpan<LinearModel.Entry> entries)
    {
        int[] column = [.. ColumnStart], row = [.. RowStart];
        foreach (var (i, j, value) in entries)
        {
            (RowOf[column[j]], ColumnValue[column[j]++]) = (i, value);
            (ColumnOf[row[i]], RowValue[row[i]++]) = (j, value);
        }
    }
}
