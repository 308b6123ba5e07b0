using System.Runtime.CompilerServices;

namespace Trame.Engines.OpinionMap.Reference;

/// <summary>Principal components by power iteration on XᵀX, one after the other, each factored out of the rows before the next.</summary>
/// <remarks>
/// The deflated rows x − (x·p)p are never formed: each product costs one pass over the votes. Stops when no coordinate moves by more than 1e-13, or after
/// the limit (the reference stops when the length of the product no longer changes, which comes earlier, and goes on at its next update). Source: power method (von Mises and Pollaczek-Geiringer 1929); order of operations of the reference pipeline.
/// </remarks>
internal static class PowerIteration
{
    private const double Still = 1e-13;

    /// <param name="data">Centred votes.</param>
    /// <param name="starts">First guess per component: last components when there are some (shorter ones are completed with ones).</param>
    /// <param name="iterations">Limit per component.</param>
    /// <param name="stop">Cancels between two passes.</param>
    public static double[][] Components(CentredVotes data, IReadOnlyList<double[]> starts, int iterations, CancellationToken stop)
    {
        var found = new List<double[]>();
        var scores = new List<double[]>(); // x·p of each row for each p already found
        foreach (var start in starts)
        {
            var vector = Completed(start, data.Center.Length);
            for (var left = iterations; left >= 0; left--)
            {
                stop.ThrowIfCancellationRequested();
                var product = Product(data, vector, found, scores);
                if (product is null) break;
                var moved = Moved(vector, product);
                vector = product;
                if (moved < Still) break;
            }

            found.Add(vector);
            scores.Add([.. Enumerable.Range(0, data.RowCount).Select(row => data.Dot(row, vector))]);
        }

        return [.. found];
    }

    // Normalised XᵀXv where X is deflated by what was found; null when nothing is left in the data.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[]? Product(CentredVotes data, double[] vector, List<double[]> found, List<double[]> scores)
    {
        var product = new double[vector.Length];
        var along = found.Select(p => Dot(p, vector)).ToArray();
        var back = new double[found.Count];
        for (var row = 0; row < data.RowCount; row++)
        {
            var dot = data.Dot(row, vector);
            for (var i = 0; i < along.Length; i++) dot -= scores[i][row] * along[i];
            data.AddTo(row, dot, product);
            for (var i = 0; i < back.Length; i++) back[i] += dot * scores[i][row];
        }

        for (var i = 0; i < back.Length; i++)
            for (var column = 0; column < product.Length; column++) product[column] -= back[i] * found[i][column];
        var length = Math.Sqrt(Dot(product, product));
        if (length == 0) return null;
        for (var column = 0; column < product.Length; column++) product[column] /= length;
        return product;
    }

    private static double Moved(double[] from, double[] to)
    {
        var moved = 0.0;
        for (var i = 0; i < to.Length; i++) moved = Math.Max(moved, Math.Abs(to[i] - from[i]));
        return moved;
    }

    private static double[] Completed(double[] start, int length)
    {
        var vector = new double[length];
        Array.Fill(vector, 1);
        Array.Copy(start, vector, Math.Min(start.Length, length));
        return vector;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
