using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Four hidden opinions that explain the votes, with missing votes left missing: vote = base of the statement + loadings·opinions of the person + noise.</summary>
/// <remarks>
/// Variational Bayesian principal components (Bishop 1999; Ilin and Raiko, "Practical approaches to principal component analysis in the presence of missing values", JMLR 11, 2010):
/// opinions have a standard normal prior, loadings of component j a normal one of variance τ²ⱼ estimated from the votes, so that a component which the votes do not support shrinks to nothing.
/// Both uncertainties are kept: someone with two votes weighs two votes. One sweep is O(votes·rank²), memory O((people + statements)·rank²). The same on one core and on many.
/// </remarks>
internal sealed class VoteFactors
{
    /// <summary>Number of hidden opinions: enough to hold five groups apart.</summary>
    public const int Rank = 4;

    private const int Squares = Rank * Rank;
    private const int Block = 256;
    private readonly SparseSide _rows, _columns;
    private readonly double[] _loadings, _loadingSquares, _means, _meanSquares, _base, _spread;

    private VoteFactors(SparseSide rows, SparseSide columns)
    {
        (_rows, _columns) = (rows, columns);
        (_loadings, _loadingSquares) = (new double[columns.Count * Rank], new double[columns.Count * Squares]);
        (_means, _meanSquares) = (new double[rows.Count * Rank], new double[rows.Count * Squares]);
        (_base, _spread) = (new double[columns.Count], new double[Rank]);
    }

    /// <summary>Variance of a vote around what is explained.</summary>
    public double Noise { get; private set; } = 0.5;

    /// <summary>Sweeps made.</summary>
    public int Sweeps { get; private set; }

    public int People => _rows.Count;

    public int Statements => _columns.Count;

    public SparseSide Rows => _rows;

    public SparseSide Columns => _columns;

    public ReadOnlySpan<double> Loadings(int column) => _loadings.AsSpan(column * Rank, Rank);

    /// <summary>E[wwᵀ] of a statement, by rows.</summary>
    public ReadOnlySpan<double> LoadingSquares(int column) => _loadingSquares.AsSpan(column * Squares, Squares);

    public double Base(int column) => _base[column];

    /// <summary>E[zzᵀ] of a person, by rows.</summary>
    public ReadOnlySpan<double> MeanSquares(int row) => _meanSquares.AsSpan(row * Squares, Squares);

    /// <summary>Expected vote.</summary>
    public double Predict(int row, int column)
    {
        var sum = _base[column];
        for (var j = 0; j < Rank; j++) sum += _means[(row * Rank) + j] * _loadings[(column * Rank) + j];
        return sum;
    }

    /// <param name="rows">Votes by person.</param>
    /// <param name="columns">The same votes by statement.</param>
    /// <param name="seed">For the first loadings.</param>
    /// <param name="sweeps">Limit of sweeps; they end earlier when neither loadings nor noise move.</param>
    /// <param name="from">Factors to start from, on the same statements or fewer.</param>
    /// <param name="stop">Cancels between two sweeps.</param>
    public static VoteFactors Fit(SparseSide rows, SparseSide columns, ulong seed, int sweeps, VoteFactors? from, CancellationToken stop)
    {
        var factors = new VoteFactors(rows, columns);
        factors.Start(new SeededRandom(seed), from);
        for (var last = double.PositiveInfinity; factors.Sweeps < sweeps; factors.Sweeps++)
        {
            stop.ThrowIfCancellationRequested();
            factors.UpdatePeople();
            var moved = factors.UpdateStatements();
            if (moved < 2e-3 && Math.Abs(last - factors.Noise) < 1e-5) break;
            last = factors.Noise;
        }

        factors.UpdatePeople();
        return factors;
    }

    private void Start(SeededRandom random, VoteFactors? from)
    {
        var known = from?._columns.Count ?? 0;
        Array.Fill(_spread, 0.1);
        from?._spread.CopyTo(_spread, 0);
        Noise = from?.Noise ?? Noise;
        for (var column = 0; column < _columns.Count; column++)
        {
            var sum = 0.0;
            for (var at = _columns.Start[column]; at < _columns.Start[column + 1]; at++) sum += _columns.Values[at];
            _base[column] = column < known ? from!._base[column] : sum / (_columns.LengthOf(column) + 1);
            for (var j = 0; j < Rank; j++) _loadings[(column * Rank) + j] = column < known ? from!._loadings[(column * Rank) + j] : 0.3 * random.NextNormal();
            Square(_loadings, _loadingSquares, column, default, 0);
        }
    }

    // Posterior of each person's opinions.
    private void UpdatePeople() => Parallel.For(0, (_rows.Count + Block - 1) / Block, block =>
    {
        Span<double> precision = stackalloc double[Squares], covariance = stackalloc double[Squares];
        for (var row = block * Block; row < Math.Min(_rows.Count, (block + 1) * Block); row++)
        {
            var mean = _means.AsSpan(row * Rank, Rank);
            Gather(row, precision, mean);
            for (var i = 0; i < Squares; i++) precision[i] /= Noise;
            for (var j = 0; j < Rank; j++) (precision[(j * Rank) + j], mean[j]) = (precision[(j * Rank) + j] + 1, mean[j] / Noise);
            SmallSystem.Invert(precision, covariance, Rank);
            SmallSystem.Solve(precision, mean, Rank);
            Square(_means, _meanSquares, row, covariance, 1);
        }
    });

    // Σ E[wwᵀ] and Σ w(x − base) over the votes of a person.
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

    // Posterior of each statement's loadings and base, then variances; returns the largest move of a loading relative to the largest loading.
    private double UpdateStatements()
    {
        var (moves, errors, sizes) = (new double[_columns.Count], new double[_columns.Count], new double[_columns.Count]);
        Parallel.For(0, _columns.Count, column => (moves[column], errors[column], sizes[column]) = UpdateStatement(column));
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

    private (double Move, double Error, double Size) UpdateStatement(int column)
    {
        const int n = Rank + 1;
        Span<double> known = stackalloc double[n * n], sums = stackalloc double[n], system = stackalloc double[n * n], inverse = stackalloc double[n * n], found = stackalloc double[n];
        GatherStatement(column, known, sums);
        known.CopyTo(system);
        sums.CopyTo(found);
        for (var j = 0; j < Rank; j++) system[(j * n) + j] += Noise / _spread[j];
        system[(n * n) - 1]++; // one vote's worth of « nobody knows » on the base
        SmallSystem.Invert(system, inverse, n);
        SmallSystem.Solve(system, found, n);
        var (move, size, error) = (0.0, 0.0, 0.0);
        for (var at = _columns.Start[column]; at < _columns.Start[column + 1]; at++) error += Math.Abs(_columns.Values[at]); // x² of a vote
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

    // Σ E[(z,1)(z,1)ᵀ] and Σ x·(z,1) over the votes on a statement.
    private void GatherStatement(int column, Span<double> known, Span<double> sums)
    {
        const int n = Rank + 1;
        Vector256<double> a = default, b = default, c = default, d = default, z = default, xz = default;
        ref var means = ref MemoryMarshal.GetArrayDataReference(_means);
        ref var square = ref MemoryMarshal.GetArrayDataReference(_meanSquares);
        var total = 0;
        unchecked
        {
            for (var at = _columns.Start[column]; at < _columns.Start[column + 1]; at++)
            {
                var row = (nuint)_columns.Index[at];
                var vote = _columns.Values[at];
                a += Vector256.LoadUnsafe(ref square, row * Squares);
                b += Vector256.LoadUnsafe(ref square, (row * Squares) + 4);
                c += Vector256.LoadUnsafe(ref square, (row * Squares) + 8);
                d += Vector256.LoadUnsafe(ref square, (row * Squares) + 12);
                var mean = Vector256.LoadUnsafe(ref means, row * Rank);
                z += mean;
                xz += mean * vote;
                total += vote;
            }
        }

        Span<double> squares = stackalloc double[Squares];
        Store(squares, a, b, c, d);
        for (var i = 0; i < Rank; i++)
        {
            for (var j = 0; j < Rank; j++) known[(i * n) + j] = squares[(i * Rank) + j];
            known[(i * n) + Rank] = known[(Rank * n) + i] = z[i];
            sums[i] = xz[i];
        }

        known[(n * n) - 1] = _columns.LengthOf(column);
        sums[Rank] = total;
    }

    private static void Store(Span<double> squares, Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        a.CopyTo(squares);
        b.CopyTo(squares[4..]);
        c.CopyTo(squares[8..]);
        d.CopyTo(squares[12..]);
    }

    private static void Square(double[] vectors, double[] squares, int line, ReadOnlySpan<double> covariance, double scale)
    {
        for (var i = 0; i < Rank; i++)
            for (var j = 0; j < Rank; j++)
                squares[(line * Squares) + (i * Rank) + j] = (vectors[(line * Rank) + i] * vectors[(line * Rank) + j]) + (covariance.IsEmpty ? 0 : scale * covariance[(i * Rank) + j]);
    }
}
