using System.Runtime.CompilerServices;

namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Symmetric positive definite matrices of a few rows, full storage by rows, in place on spans: no allocation in loops over people.</summary>
internal static class SmallSystem
{
    /// <summary>Cholesky factor over the lower triangle; returns the log of the determinant. O(n³).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Factor(Span<double> a, int n)
    {
        var determinant = 1.0;
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = a[(i * n) + j];
                for (var k = 0; k < j; k++) sum -= a[(i * n) + k] * a[(j * n) + k];
                if (i != j) a[(i * n) + j] = sum / a[(j * n) + j];
                else
                {
                    var pivot = Math.Sqrt(Math.Max(sum, 1e-300));
                    a[(i * n) + i] = pivot;
                    determinant *= pivot;
                }
            }

        return 2 * Math.Log(determinant);
    }

    /// <summary>Solves with a factor, in place. O(n²).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Solve(ReadOnlySpan<double> factor, Span<double> b, int n)
    {
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) b[i] -= factor[(i * n) + k] * b[k];
            b[i] /= factor[(i * n) + i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) b[i] -= factor[(k * n) + i] * b[k];
            b[i] /= factor[(i * n) + i];
        }
    }

    /// <summary>Inverse of a matrix, in <paramref name="inverse"/>; <paramref name="a"/> becomes its factor. Returns the log of the determinant of a. O(n³).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Invert(Span<double> a, Span<double> inverse, int n)
    {
        var log = Factor(a, n);
        unchecked
        {
            Span<double> below = stackalloc double[n * n]; // inverse of the factor, lower triangle
            for (var j = 0; j < n; j++)
                for (var i = j; i < n; i++)
                {
                    var sum = i == j ? 1.0 : 0.0;
                    for (var k = j; k < i; k++) sum -= a[(i * n) + k] * below[(k * n) + j];
                    below[(i * n) + j] = sum / a[(i * n) + i];
                }

            for (var i = 0; i < n; i++)
                for (var j = 0; j <= i; j++)
                {
                    var sum = 0.0;
                    for (var k = i; k < n; k++) sum += below[(k * n) + i] * below[(k * n) + j];
                    inverse[(i * n) + j] = inverse[(j * n) + i] = sum;
                }
        }

        return log;
    }

    /// <summary>Eigenvalues, decreasing, and unit eigenvectors by columns of a symmetric matrix (cyclic Jacobi rotations, 1846).</summary>
    public static (double[] Values, double[] Vectors) Eigen(double[] symmetric, int n)
    {
        var a = (double[])symmetric.Clone();
        var v = new double[n * n];
        for (var i = 0; i < n; i++) v[(i * n) + i] = 1;
        for (var sweep = 0; sweep < 60; sweep++)
        {
            var off = 0.0;
            for (var p = 0; p < n; p++)
                for (var q = p + 1; q < n; q++)
                {
                    off += Math.Abs(a[(p * n) + q]);
                    Rotate(a, v, n, p, q);
                }

            if (off < 1e-300) break;
        }

        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => a[(i * n) + i])];
        return ([.. order.Select(i => a[(i * n) + i])], [.. Enumerable.Range(0, n * n).Select(at => v[(at / n * n) + order[at % n]])]);
    }

    public static double[] Transposed(double[] a, int n) => [.. Enumerable.Range(0, n * n).Select(at => a[(at % n * n) + (at / n)])];

    public static double[] Product(double[] a, double[] b, int n)
    {
        var product = new double[n * n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                for (var k = 0; k < n; k++) product[(i * n) + j] += a[(i * n) + k] * b[(k * n) + j];
        return product;
    }

    private static void Rotate(double[] a, double[] v, int n, int p, int q)
    {
        if (a[(p * n) + q] == 0) return;
        var theta = (a[(q * n) + q] - a[(p * n) + p]) / (2 * a[(p * n) + q]);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < n; k++) (a[(k * n) + p], a[(k * n) + q]) = ((c * a[(k * n) + p]) - (s * a[(k * n) + q]), (s * a[(k * n) + p]) + (c * a[(k * n) + q]));
        for (var k = 0; k < n; k++) (a[(p * n) + k], a[(q * n) + k]) = ((c * a[(p * n) + k]) - (s * a[(q * n) + k]), (s * a[(p * n) + k]) + (c * a[(q * n) + k]));
        for (var k = 0; k < n; k++) (v[(k * n) + p], v[(k * n) + q]) = ((c * v[(k * n) + p]) - (s * v[(k * n) + q]), (s * v[(k * n) + p]) + (c * v[(k * n) + q]));
        a[(p * n) + q] = a[(q * n) + p] = 0;
    }
}
