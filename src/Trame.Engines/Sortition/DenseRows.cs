using System.Numerics;
using System.Runtime.CompilerServices;

namespace Trame.Engines.Sortition;

/// <summary>The two operations on rows of numbers that every dense factor is made of, several numbers at a time.</summary>
internal static class DenseRows
{
    /// <summary>Σ xᵢyᵢ; y may be longer than x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        y = y[..x.Length];
        var sum = Vector<double>.Zero;
        var at = 0;
        for (; at <= x.Length - Vector<double>.Count; at += Vector<double>.Count) sum += new Vector<double>(x[at..]) * new Vector<double>(y[at..]);
        var total = Vector.Sum(sum);
        for (; at < x.Length; at++) total += x[at] * y[at];
        return total;
    }

    /// <summary>y ← y + a x; y may be longer than x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        y = y[..x.Length];
        var at = 0;
        for (; at <= x.Length - Vector<double>.Count; at += Vector<double>.Count) (new Vector<double>(y[at..]) + a * new Vector<double>(x[at..])).CopyTo(y[at..]);
        for (; at < x.Length; at++) y[at] += a * x[at];
    }

    public static void Scale(double a, Span<double> x)
    {
        for (var at = 0; at < x.Length; at++) x[at] *= a;
    }
}
