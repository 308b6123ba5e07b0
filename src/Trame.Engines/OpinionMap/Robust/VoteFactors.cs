using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Four hidden opinions that explain the votes, with missing votes left missing: vote = base of the statement + loadings·opinions of the person + noise.</summary>
/// <remarks>
/// Variational Bayesian principal components (Bishop 1999; Ilin and Raiko, "Practical approaches to principal component analysis in the presence of missing values", JMLR 11, 2010):
/// opinions have a standard normal prior, loadings of component j a normal one of variance τ²ⱼ estimated from the votes, so that a component which the votes do not support shrinks to nothing.
/// Both uncertainties are kept: someone with two votes weighs two votes. One sweep is O(votes·rank²), memory O((people + statements)·rank²). The same on one core and on many.
/// </remarks>
internal sealed partial class VoteFactors
{
    /// <summary>Number of hidden opinions: enough to hold five groups apart.</summary>
    public const int Rank = 4;

    private const int Squares = Rank * Rank;
    private const int Sums = Squares + (2 * Rank);
    private const int Blocks = 8;
    private const int Many = 16_000; // people above which a sample goes first
    private const int SweepsAfterSample = 6;
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
        if (from is null && rows.Count > Many)
        {
            var some = Sample.Rows(rows, Sample.Of(rows.Count, Many / 2, new SeededRandom(seed)));
            (from, sweeps) = (Fit(some, some.Transposed(columns.Count), seed, sweeps, null, stop), Math.Min(sweeps, SweepsAfterSample));
        }

        var factors = new VoteFactors(rows, columns);
        factors.Start(new SeededRandom(seed), from);
        for (var last = double.PositiveInfinity; factors.Sweeps < sweeps; factors.Sweeps++)
        {
            stop.ThrowIfCancellationRequested();
            var moved = factors.UpdateStatements(factors.UpdatePeople());
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

    // Posterior of each person's opinions, and what it brings to the statements they voted on: votes are read once per sweep, in the order of memory.
    // Blocks are many or few according to the number of people alone, and added in order: the same on one core and on many.
    private double[] UpdatePeople()
    {
        var blocks = new double[Math.Clamp(_rows.Count / 64, 1, Blocks)][];
        Cores.For(blocks.Length, _rows.Count, block => blocks[block] = UpdateBlock((int)((long)_rows.Count * block / blocks.Length), (int)((long)_rows.Count * (block + 1) / blocks.Length)));
        for (var block = 1; block < blocks.Length; block++)
            for (var i = 0; i < blocks[0].Length; i++) blocks[0][i] += blocks[block][i];
        return blocks[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] UpdateBlock(int from, int to)
    {
        var sums = new double[_columns.Count * Sums];
        Span<double> precision = stackalloc double[Squares], covariance = stackalloc double[Squares];
        for (var row = from; row < to; row++)
        {
            var mean = _means.AsSpan(row * Rank, Rank);
            Gather(row, precision, mean);
            for (var i = 0; i < Squares; i++) precision[i] /= Noise;
            for (var j = 0; j < Rank; j++) (precision[(j * Rank) + j], mean[j]) = (precision[(j * Rank) + j] + 1, mean[j] / Noise);
            SmallSystem.Invert(precision, covariance, Rank);
            SmallSystem.Solve(precision, mean, Rank);
            Square(_means, _meanSquares, row, covariance, 1);
            Scatter(row, sums);
        }

        return sums;
    }

    // Adds E[zzᵀ], z and x·z of a person to each statement they voted on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scatter(int row, double[] sums)
    {
        ref var sum = ref MemoryMarshal.GetArrayDataReference(sums);
        ref var square = ref MemoryMarshal.GetArrayDataReference(_meanSquares);
        var from = (nuint)row * Squares;
        var (a, b) = (Vector256.LoadUnsafe(ref square, from), Vector256.LoadUnsafe(ref square, from + 4));
        var (c, d) = (Vector256.LoadUnsafe(ref square, from + 8), Vector256.LoadUnsafe(ref square, from + 12));
        var z = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_means), (nuint)row * Rank);
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

    private static void Square(double[] vectors, double[] squares, int line, ReadOnlySpan<double> covariance, double scale)
    {
        for (var i = 0; i < Rank; i++)
            for (var j = 0; j < Rank; j++)
                squares[(line * Squares) + (i * Rank) + j] = (vectors[(line * Rank) + i] * vectors[(line * Rank) + j]) + (covariance.IsEmpty ? 0 : scale * covariance[(i * Rank) + j]);
    }
}
