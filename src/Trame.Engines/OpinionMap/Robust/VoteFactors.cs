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
    private readonly double[] _loadings, _loadingSquares, _means, _meanSquares, _base, _spread, _precisions, _shifts;

    private VoteFactors(SparseSide rows, SparseSide columns)
    {
        (_rows, _columns) = (rows, columns);
        (_loadings, _loadingSquares) = (new double[columns.Count * Rank], new double[columns.Count * Squares]);
        (_means, _meanSquares) = (new double[rows.Count * Rank], new double[rows.Count * Squares]);
        (_base, _spread) = (new double[columns.Count], new double[Rank]);
        (_precisions, _shifts) = (new double[rows.Count * Squares], new double[rows.Count * Rank]);
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

    /// <summary>What the votes of a person say of their opinions, as a precision by rows: they have likelihood ∝ exp(shiftᵀz − ½ zᵀ·precision·z).</summary>
    public ReadOnlySpan<double> Precision(int row) => _precisions.AsSpan(row * Squares, Squares);

    /// <summary>The shift that goes with <see cref="Precision"/>.</summary>
    public ReadOnlySpan<double> Shift(int row) => _shifts.AsSpan(row * Rank, Rank);

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

        factors.UpdatePeople(isLast: true);
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

    private static void Square(double[] vectors, double[] squares, int line, ReadOnlySpan<double> covariance, double scale)
    {
        for (var i = 0; i < Rank; i++)
            for (var j = 0; j < Rank; j++)
                squares[(line * Squares) + (i * Rank) + j] = (vectors[(line * Rank) + i] * vectors[(line * Rank) + j]) + (covariance.IsEmpty ? 0 : scale * covariance[(i * Rank) + j]);
    }
}
