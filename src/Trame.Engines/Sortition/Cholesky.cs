namespace Trame.Engines.Sortition;

/// <summary>Solves a symmetric system that is positive semi-definite; a row that depends on the others gets 0.</summary>
internal static class Cholesky
{
    private const double Dependent = 1e-13;

    /// <param name="matrix">Square, rows; its lower half is overwritten.</param>
    /// <param name="right">The right-hand side, overwritten by the solution.</param>
    public static void Solve(double[][] matrix, double[] right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            var whole = matrix[i][i];
            for (var j = 0; j < i; j++) matrix[i][j] = matrix[j][j] == 0 ? 0 : (matrix[i][j] - DenseRows.Dot(matrix[i].AsSpan(0, j), matrix[j])) / matrix[j][j];
            var rest = whole - DenseRows.Dot(matrix[i].AsSpan(0, i), matrix[i]);
            matrix[i][i] = rest <= Dependent * whole ? 0 : Math.Sqrt(rest);
            right[i] = matrix[i][i] == 0 ? 0 : (right[i] - DenseRows.Dot(matrix[i].AsSpan(0, i), right)) / matrix[i][i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            right[i] = matrix[i][i] == 0 ? 0 : right[i] / matrix[i][i];
            DenseRows.Add(-right[i], matrix[i].AsSpan(0, i), right);
        }
    }
}
