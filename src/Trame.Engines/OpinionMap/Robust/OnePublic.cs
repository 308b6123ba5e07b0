namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Votes as they would be if there were no groups: one public whose opinions shade into one another along the same axes.</summary>
/// <remarks>
/// Opinions have mean 0 and variance 1, in one of three shapes (<see cref="Shapes"/>): a bell; flat, which of all publics with one summit comes nearest to two groups (Hartigan and Hartigan, "The dip test of
/// unimodality", 1985); lopsided, a crowd and a long tail. A person agrees, passes or disagrees as λ·z + noise falls above, between or below two thresholds. The thresholds give each statement its observed shares;
/// λ = loadings / (φ(t₁) + φ(t₂)) gives votes and opinions their observed covariance (the covariance of a normal variable and of the indicator of another one passing t is ρφ(t)).
/// Who saw which statement is kept. A parametric bootstrap (Efron and Tibshirani 1993, chapter 16). O(votes·axes) per draw.
/// </remarks>
internal sealed class OnePublic
{
    /// <summary>How opinions spread on each axis: standard normal, uniform, exponential on one side or the other.</summary>
    public static IReadOnlyList<Func<SeededRandom, double>> Shapes { get; } =
    [
        random => random.NextNormal(),
        random => (random.NextDouble() - 0.5) * Math.Sqrt(12),
        random => -Math.Log(1 - random.NextDouble()) - 1,
    ];

    private const double LargestShare = 0.94; // of a vote's variance explained by opinions
    private readonly SparseSide _rows;
    private readonly int _axes, _columns;
    private readonly double[] _loadings, _weight, _noise, _low, _high;
    private readonly Func<SeededRandom, double> _shape;
    private double _strength = 1;

    public OnePublic(VoteFactors factors, OpinionAxes axes, Func<SeededRandom, double> shape)
    {
        _shape = shape;
        (_rows, _axes, _columns) = (factors.Rows, axes.Count, factors.Statements);
        (_loadings, _weight, _noise, _low, _high) = (new double[_columns * _axes], new double[_columns], new double[_columns], new double[_columns], new double[_columns]);
        for (var column = 0; column < _columns; column++) Describe(axes, factors.Columns, column);
    }

    /// <summary>Makes opinions weigh more (or less) on votes, everything else being kept.</summary>
    public void Strengthen(double factor)
    {
        _strength = Math.Clamp(_strength * factor, 0.5, 2);
        for (var column = 0; column < _columns; column++) Weigh(column, _strength);
    }

    /// <summary>Votes of some people under this null, by person.</summary>
    public SparseSide Draw(IReadOnlyList<int> people, SeededRandom random)
    {
        var start = new int[people.Count + 1];
        for (var i = 0; i < people.Count; i++) start[i + 1] = start[i] + _rows.LengthOf(people[i]);
        var (index, values, opinions) = (new int[start[^1]], new sbyte[start[^1]], new double[_axes]);
        int[] sides = [.. Enumerable.Range(0, _axes).Select(_ => random.Next(2) == 0 ? 1 : -1)]; // of what is lopsided
        for (var i = 0; i < people.Count; i++)
        {
            for (var a = 0; a < _axes; a++) opinions[a] = sides[a] * _shape(random);
            Array.Copy(_rows.Index, _rows.Start[people[i]], index, start[i], start[i + 1] - start[i]);
            for (var at = start[i]; at < start[i + 1]; at++) values[at] = Vote(index[at], opinions, random);
        }

        return new(start, index, values);
    }

    private sbyte Vote(int column, double[] opinions, SeededRandom random)
    {
        var leaning = 0.0;
        for (var a = 0; a < _axes; a++) leaning += _loadings[(column * _axes) + a] * opinions[a];
        leaning = (leaning * _weight[column]) + (_noise[column] * random.NextNormal());
        return (sbyte)(leaning > _high[column] ? 1 : leaning > _low[column] ? 0 : -1);
    }

    private void Describe(OpinionAxes axes, SparseSide columns, int column)
    {
        var (seen, agree, disagree) = (columns.LengthOf(column), 0, 0);
        for (var at = columns.Start[column]; at < columns.Start[column + 1]; at++)
            if (columns.Values[at] > 0) agree++;
            else if (columns.Values[at] < 0) disagree++;
        (_low[column], _high[column]) = (NormalLaw.Quantile((disagree + 0.5) / (seen + 1.5)), NormalLaw.Quantile(1 - ((agree + 0.5) / (seen + 1.5))));
        var loadings = _loadings.AsSpan(column * _axes, _axes);
        axes.Loadings(column).CopyTo(loadings);
        var slope = NormalLaw.Density(_low[column]) + NormalLaw.Density(_high[column]);
        for (var a = 0; a < _axes; a++) loadings[a] /= slope;
        Weigh(column, 1);
    }

    // Weight of opinions and of chance, so that the leaning has variance 1.
    private void Weigh(int column, double strength)
    {
        var explained = 0.0;
        for (var a = 0; a < _axes; a++) explained += _loadings[(column * _axes) + a] * _loadings[(column * _axes) + a] * strength * strength;
        _weight[column] = explained > LargestShare ? strength * Math.Sqrt(LargestShare / explained) : strength;
        _noise[column] = Math.Sqrt(1 - Math.Min(explained, LargestShare));
    }
}
