using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Trame.Engines.Optimization;

/// <summary>Gaussian elimination of what has filled up: a square block held densely, the largest entry of each row its pivot.</summary>
/// <remarks>Once a third of the block is full, straight loops over all of it beat lists of the non-zeros several times.</remarks>
internal sealed class DenseElimination
{
    private double[] _block = [];
    private int _size;

    /// <summary>Column of the block at each place, after exchanges.</summary>
    public int[] Order { get; private set; } = [];

    public Span<double> Row(int i) => _block.AsSpan(i * _size, _size);

    /// <summary>An empty block of a size.</summary>
    public void Reset(int size)
    {
        _size = size;
        if (_block.Length < size * size) _block = new double[size * size];
        Array.Clear(_block, 0, size * size);
        Order = [.. Enumerable.Range(0, size)];
    }

    /// <summary>Eliminates row <paramref name="s"/>, whose pivot comes to place s: multipliers of the rows below are left in their place s.</summary>
    /// <returns>The pivot, or 0 when nothing of the row is larger than <paramref name="tiny"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Eliminate(int s, double tiny)
    {
        unchecked
        {
            var row = Row(s);
            var best = s;
            for (var k = s + 1; k < _size; k++) if (Math.Abs(row[k]) > Math.Abs(row[best])) best = k;
            var pivot = row[best];
            if (Math.Abs(pivot) <= tiny) return 0;
            if (best != s) Swap(s, best);
            var tail = row[(s + 1)..];
            for (var i = s + 1; i < _size; i++)
            {
                var other = Row(i);
                if (other[s] == 0) continue;
                other[s] /= pivot;
                Subtract(other[(s + 1)..], tail, other[s]);
            }
            return pivot;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Swap(int a, int b)
    {
        (Order[a], Order[b]) = (Order[b], Order[a]);
        for (var i = 0; i < _size; i++)
        {
            var row = Row(i);
            (row[a], row[b]) = (row[b], row[a]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Subtract(Span<double> from, ReadOnlySpan<double> what, double times)
    {
        unchecked
        {
            var many = MemoryMarshal.Cast<double, Vector<double>>(from);
            var other = MemoryMarshal.Cast<double, Vector<double>>(what);
            var factor = new Vector<double>(times);
            for (var k = 0; k < many.Length; k++) many[k] -= other[k] * factor;
            for (var k = many.Length * Vector<double>.Count; k < from.Length; k++) from[k] -= what[k] * times;
        }
    }
}
