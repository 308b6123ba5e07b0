using System.Runtime.CompilerServices;

namespace Trame.Engines.OpinionMap.Robust;

/// <summary>The half of a sweep that is about statements.</summary>
internal sealed partial class VoteFactors
{
    // Posterior of each statement's loadings and base, then variances; returns the largest move of a loading relative to the largest loading.
    private double UpdateStatements(double[] gathered)
    {
        var (moves, errors, sizes) = (new double[_columns.Count], new double[_columns.Count], new double[_columns.Count]);
        Cores.For(_columns.Count, _rows.Count, column => (moves[column], errors[column], sizes[column]) = UpdateStatement(column, gathered.AsSpan(column * Sums, Sums)));
        var votes = _columns.Values.Length;
        if (votes == 0) return 0;
        Noise = Math.Max(errors.Sum() / votes, 1e-3);
        for (var j = 0; j < Rank; j++)
        {
            var sum = 0.0;
            for (var column = 0; column < _columns.Count; column++) sum += _loadingSquares[(column * Squares) + (j * Rank) + j];
            _spread[j] = Math.Max(sum / _columns.Count, 1e-6);
        }

        return moves.Max() / Math.Max(sizes.Max(), 1e-3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Move, double Error, double Size) UpdateStatement(int column, ReadOnlySpan<double> gathered)
    {
        const int n = Rank + 1;
        Span<double> known = stackalloc double[n * n], sums = stackalloc double[n], system = stackalloc double[n * n], inverse = stackalloc double[n * n], found = stackalloc double[n];
        sums.Clear();
        for (var i = 0; i < Rank; i++)
        {
            for (var j = 0; j < Rank; j++) known[(i * n) + j] = gathered[(i * Rank) + j];
            known[(i * n) + Rank] = known[(Rank * n) + i] = gathered[Squares + i];
            sums[i] = gathered[Squares + Rank + i];
        }

        var error = 0.0;
        for (var at = _columns.Start[column]; at < _columns.Start[column + 1]; at++) (sums[Rank], error) = (sums[Rank] + _columns.Values[at], error + Math.Abs(_columns.Values[at])); // Σx and Σx²
        known[(n * n) - 1] = _columns.LengthOf(column);
        known.CopyTo(system);
        sums.CopyTo(found);
        for (var j = 0; j < Rank; j++) system[(j * n) + j] += Noise / _spread[j];
        system[(n * n) - 1]++; // one vote's worth of « nobody knows » on the base
        SmallSystem.Invert(system, inverse, n);
        SmallSystem.Solve(system, found, n);
        var (move, size) = (0.0, 0.0);
        for (var j = 0; j < Rank; j++)
        {
            move = Math.Max(move, Math.Abs(found[j] - _loadings[(column * Rank) + j]));
            size = Math.Max(size, Math.Abs(found[j]));
            _loadings[(column * Rank) + j] = found[j];
        }

        _base[column] = found[Rank];
        Span<double> covariance = stackalloc double[Squares];
        for (var at = 0; at < Squares; at++) covariance[at] = inverse[(at / Rank * n) + (at % Rank)];
        Square(_loadings, _loadingSquares, column, covariance, Noise);
        for (var i = 0; i < n; i++)
        {
            error -= 2 * found[i] * sums[i];
            for (var j = 0; j < n; j++) error += known[(i * n) + j] * ((found[i] * found[j]) + (Noise * inverse[(i * n) + j]));
        }

        return (move, error, size);
    }
}
