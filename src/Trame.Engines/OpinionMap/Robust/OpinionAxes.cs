namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Hidden opinions turned to principal axes: uncorrelated among people, effect on votes decreasing, signs fixed, and axes that the votes leave unknown dropped.</summary>
/// <remarks>The largest loading of each axis is positive, so that the same votes always give the same picture. O((people + statements)·rank²).</remarks>
internal sealed class OpinionAxes
{
    private const double LeastInformation = 0.3; // about an average person, in priors
    private readonly double[] _turn, _loadings, _squares;

    private OpinionAxes(int count, double[] turn, double[] lengths, double[] loadings, double[] squares) => (Count, _turn, Lengths, _loadings, _squares) = (count, turn, lengths, loadings, squares);

    /// <summary>Number of axes kept, 0 to 4.</summary>
    public int Count { get; }

    /// <summary>Effect of one standard deviation of opinion on a vote, root mean square over statements.</summary>
    public double[] Lengths { get; }

    /// <summary>Loadings of a statement on the axes.</summary>
    public ReadOnlySpan<double> Loadings(int column) => _loadings.AsSpan(column * Count, Count);

    /// <summary>E[wwᵀ] of a statement on the axes.</summary>
    public ReadOnlySpan<double> Squares(int column) => _squares.AsSpan(column * Count * Count, Count * Count);

    /// <summary>A precision and a shift on hidden opinions, turned to the axes.</summary>
    public void Turn(ReadOnlySpan<double> precision, ReadOnlySpan<double> shift, Span<double> turnedPrecision, Span<double> turnedShift)
    {
        const int rank = VoteFactors.Rank;
        for (var a = 0; a < Count; a++)
        {
            for (var b = 0; b <= a; b++) turnedPrecision[(a * Count) + b] = turnedPrecision[(b * Count) + a] = Square(precision, _turn, a, b);
            turnedShift[a] = 0;
            for (var i = 0; i < rank; i++) turnedShift[a] += shift[i] * _turn[(i * rank) + a];
        }
    }

    public static OpinionAxes Of(VoteFactors factors)
    {
        const int rank = VoteFactors.Rank;
        if (factors.People == 0 || factors.Statements == 0) return new(0, [], [], [], []);
        var (turn, lengths) = Turn(factors);
        var count = 0;
        var information = new double[rank];
        for (var column = 0; column < factors.Statements; column++)
            for (var axis = 0; axis < rank; axis++) information[axis] += factors.Columns.LengthOf(column) * Math.Pow(Loading(factors, turn, column, axis), 2);
        while (count < rank && information[count] / factors.Noise / factors.People >= LeastInformation) count++;
        var (loadings, squares) = (new double[factors.Statements * count], new double[factors.Statements * count * count]);
        for (var column = 0; column < factors.Statements; column++)
            for (var a = 0; a < count; a++)
            {
                loadings[(column * count) + a] = Loading(factors, turn, column, a);
                for (var b = 0; b < count; b++) squares[(column * count * count) + (a * count) + b] = Square(factors.LoadingSquares(column), turn, a, b);
            }

        return new(count, turn, lengths[..count], loadings, squares);
    }

    // z = T·y with cov(y) = I and TᵀWᵀWT diagonal: T = L·R, L the Cholesky factor of the second moment of opinions, R the eigenvectors of LᵀWᵀWL.
    private static (double[] Turn, double[] Lengths) Turn(VoteFactors factors)
    {
        const int rank = VoteFactors.Rank;
        var (moment, gram) = (new double[rank * rank], new double[rank * rank]);
        for (var row = 0; row < factors.People; row++)
            for (var i = 0; i < moment.Length; i++) moment[i] += factors.MeanSquares(row)[i] / factors.People;
        for (var column = 0; column < factors.Statements; column++)
            for (var i = 0; i < gram.Length; i++) gram[i] += factors.Loadings(column)[i / rank] * factors.Loadings(column)[i % rank] / factors.Statements;
        SmallSystem.Factor(moment, rank);
        for (var i = 0; i < rank; i++)
            for (var j = i + 1; j < rank; j++) moment[(i * rank) + j] = 0;
        var (values, vectors) = SmallSystem.Eigen(SmallSystem.Product(SmallSystem.Transposed(moment, rank), SmallSystem.Product(gram, moment, rank), rank), rank);
        var turn = SmallSystem.Product(moment, vectors, rank);
        for (var axis = 0; axis < rank; axis++) FixSign(factors, turn, axis);
        return (turn, [.. values.Select(v => Math.Sqrt(Math.Max(v, 0)))]);
    }

    private static void FixSign(VoteFactors factors, double[] turn, int axis)
    {
        var largest = 0.0;
        for (var column = 0; column < factors.Statements; column++)
            if (Loading(factors, turn, column, axis) is var loading && Math.Abs(loading) > Math.Abs(largest) * (1 + 1e-9)) largest = loading;
        if (largest >= 0) return;
        for (var j = 0; j < VoteFactors.Rank; j++) turn[(j * VoteFactors.Rank) + axis] *= -1;
    }

    private static double Loading(VoteFactors factors, double[] turn, int column, int axis)
    {
        var sum = 0.0;
        for (var j = 0; j < VoteFactors.Rank; j++) sum += factors.Loadings(column)[j] * turn[(j * VoteFactors.Rank) + axis];
        return sum;
    }

    private static double Square(ReadOnlySpan<double> squares, double[] turn, int a, int b)
    {
        const int rank = VoteFactors.Rank;
        var sum = 0.0;
        for (var i = 0; i < rank; i++)
            for (var j = 0; j < rank; j++) sum += turn[(i * rank) + a] * squares[(i * rank) + j] * turn[(j * rank) + b];
        return sum;
    }
}
