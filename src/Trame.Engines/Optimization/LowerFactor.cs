using System.Runtime.CompilerServices;

namespace Trame.Engines.Optimization;

/// <summary>L as row operations in the order of the pivots: « subtract so many times row p from row i ».</summary>
internal sealed class LowerFactor
{
    private double[] _value = [];
    private int[] _pivot = [], _start = [0], _index = [];
    private int _pivots;

    /// <summary>Operations in all.</summary>
    public int Count => _start[_pivots];

    public void Reset() => _pivots = 0;

    /// <summary>Begins the operations of the pivot in row <paramref name="p"/>, at most <paramref name="most"/> of them.</summary>
    public void Open(int p, int most)
    {
        if (_pivots + 2 > _start.Length) Array.Resize(ref _start, 2 * _start.Length + 16);
        if (_pivots + 1 > _pivot.Length) Array.Resize(ref _pivot, 2 * _pivot.Length + 16);
        var start = _start[_pivots];
        if (start + most > _index.Length)
        {
            Array.Resize(ref _index, 2 * (start + most));
            Array.Resize(ref _value, 2 * (start + most));
        }
        _pivot[_pivots++] = p;
        _start[_pivots] = start;
    }

    public void Add(int i, double multiplier)
    {
        var at = _start[_pivots]++;
        (_index[at], _value[at]) = (i, multiplier);
    }

    /// <summary>x ← L⁻¹x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(double[] x)
    {
        unchecked
        {
            for (var l = 0; l < _pivots; l++)
            {
                var xp = x[_pivot[l]];
                if (xp == 0) continue;
                for (int k = _start[l], end = _start[l + 1]; k < end; k++) x[_index[k]] -= _value[k] * xp;
            }
        }
    }

    /// <summary>y ← L⁻ᵀy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void TransposedSolve(double[] y)
    {
        unchecked
        {
            for (var l = _pivots - 1; l >= 0; l--)
            {
                var sum = 0.0;
                for (int k = _start[l], end = _start[l + 1]; k < end; k++) sum += _value[k] * y[_index[k]];
                if (sum != 0) y[_pivot[l]] -= sum;
            }
        }
    }
}
