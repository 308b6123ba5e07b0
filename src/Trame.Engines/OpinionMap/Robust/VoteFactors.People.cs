using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Trame.Engines.OpinionMap.Robust;

/// <summary>The half of a sweep that is about people.</summary>
internal sealed partial class VoteFactors
{
    // Posterior of each person's opinions, and, but for the last time, what it brings to the statements they voted on: votes are read once per sweep, in the order of memory.
    // Blocks are many or few according to the number of people alone, and added in order: the same on one core and on many.
    private double[] UpdatePeople(bool isLast = false)
    {
        var blocks = new double[Math.Clamp(_rows.Count / 64, 1, Blocks)][];
        Cores.For(blocks.Length, _rows.Count, block => blocks[block] = UpdateBlock((int)((long)_rows.Count * block / blocks.Length), (int)((long)_rows.Count * (block + 1) / blocks.Length), isLast));
        for (var block = 1; block < blocks.Length; block++)
            for (var i = 0; i < blocks[0].Length; i++) blocks[0][i] += blocks[block][i];
        return blocks[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] UpdateBlock(int from, int to, bool isLast)
    {
        var sums = isLast ? [] : new double[_columns.Count * Sums];
        for (var row = from; row < to; row++)
        {
            UpdatePerson(row);
            if (!isLast) Scatter(row, sums);
        }

        return sums;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void UpdatePerson(int row)
    {
        Span<double> precision = stackalloc double[Squares], covariance = stackalloc double[Squares];
        var mean = _means.AsSpan(row * Rank, Rank);
        Gather(row, precision, mean);
        for (var i = 0; i < Squares; i++) precision[i] /= Noise;
        foreach (ref var value in mean) value /= Noise;
        precision.CopyTo(_precisions.AsSpan(row * Squares));
        mean.CopyTo(_shifts.AsSpan(row * Rank));
        for (var j = 0; j < Rank; j++) precision[(j * Rank) + j]++;
        SmallSystem.Invert(precision, covariance, Rank);
        SmallSystem.Solve(precision, mean, Rank);
        Square(_means, _meanSquares, row, covariance, 1);
    }

    // Adds E[zzᵀ], z and x·z of a person to each statement they voted on, or takes them back (-1).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scatter(int row, double[] sums, double sign = 1)
    {
        ref var sum = ref MemoryMarshal.GetArrayDataReference(sums);
        ref var square = ref MemoryMarshal.GetArrayDataReference(_meanSquares);
        var from = (nuint)row * Squares;
        var (a, b) = (sign * Vector256.LoadUnsafe(ref square, from), sign * Vector256.LoadUnsafe(ref square, from + 4));
        var (c, d) = (sign * Vector256.LoadUnsafe(ref square, from + 8), sign * Vector256.LoadUnsafe(ref square, from + 12));
        var z = sign * Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_means), (nuint)row * Rank);
        unchecked
        {
            for (var at = _rows.Start[row]; at < _rows.Start[row + 1]; at++)
            {
                var to = (nuint)_rows.Index[at] * Sums;
                (Vector256.LoadUnsafe(ref sum, to) + a).StoreUnsafe(ref sum, to);
                (Vector256.LoadUnsafe(ref sum, to + 4) + b).StoreUnsafe(ref sum, to + 4);
                (Vector256.LoadUnsafe(ref sum, to + 8) + c).StoreUnsafe(ref sum, to + 8);
                (Vector256.LoadUnsafe(ref sum, to + 12) + d).StoreUnsafe(ref sum, to + 12);
                (Vector256.LoadUnsafe(ref sum, to + 16) + z).StoreUnsafe(ref sum, to + 16);
                (Vector256.LoadUnsafe(ref sum, to + 20) + (z * _rows.Values[at])).StoreUnsafe(ref sum, to + 20);
            }
        }
    }

    // Σ E[wwᵀ] and Σ w(x − base) over the votes of a person.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(int row, Span<double> squares, Span<double> sums)
    {
        Vector256<double> a = default, b = default, c = default, d = default, s = default;
        ref var loading = ref MemoryMarshal.GetArrayDataReference(_loadings);
        ref var square = ref MemoryMarshal.GetArrayDataReference(_loadingSquares);
        unchecked
        {
            for (var at = _rows.Start[row]; at < _rows.Start[row + 1]; at++)
            {
                var column = _rows.Index[at];
                var from = (nuint)(column * Squares);
                a += Vector256.LoadUnsafe(ref square, from);
                b += Vector256.LoadUnsafe(ref square, from + 4);
                c += Vector256.LoadUnsafe(ref square, from + 8);
                d += Vector256.LoadUnsafe(ref square, from + 12);
                s += Vector256.LoadUnsafe(ref loading, (nuint)(column * Rank)) * (_rows.Values[at] - _base[column]);
            }
        }

        Store(squares, a, b, c, d);
        s.CopyTo(sums);
    }

    private static void Store(Span<double> squares, Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        a.CopyTo(squares);
        b.CopyTo(squares[4..]);
        c.CopyTo(squares[8..]);
        d.CopyTo(squares[12..]);
    }
}
