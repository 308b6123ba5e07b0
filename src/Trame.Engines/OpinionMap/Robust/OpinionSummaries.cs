namespace Trame.Engines.OpinionMap.Robust;

/// <summary>What the votes of each person say of their opinions: a precision matrix and a vector, as if opinions had been measured with that precision.</summary>
/// <remarks>For opinions z on the axes, the votes of a person have likelihood ∝ exp(shiftᵀz − ½ zᵀ·precision·z): sufficient for everything that comes after. Memory O(people·axes²).</remarks>
internal sealed class OpinionSummaries
{
    private readonly double[] _precisions, _shifts;

    private OpinionSummaries(int axes, int count, double[] precisions, double[] shifts) => (Axes, Count, _precisions, _shifts) = (axes, count, precisions, shifts);

    public int Axes { get; }

    public int Count { get; }

    public ReadOnlySpan<double> Precision(int person) => _precisions.AsSpan(person * Axes * Axes, Axes * Axes);

    public ReadOnlySpan<double> Shift(int person) => _shifts.AsSpan(person * Axes, Axes);

    /// <summary>Summaries of every row the factors were fitted on, as the last sweep left them. O(people·axes²).</summary>
    public static OpinionSummaries From(VoteFactors factors, OpinionAxes axes)
    {
        var (d, count) = (axes.Count, factors.People);
        var all = new OpinionSummaries(d, count, new double[count * d * d], new double[count * d]);
        for (var row = 0; row < count; row++) axes.Turn(factors.Precision(row), factors.Shift(row), all._precisions.AsSpan(row * d * d, d * d), all._shifts.AsSpan(row * d, d));
        return all;
    }

    /// <summary>Some people only.</summary>
    public OpinionSummaries Of(IReadOnlyList<int> people)
    {
        var some = new OpinionSummaries(Axes, people.Count, new double[people.Count * Axes * Axes], new double[people.Count * Axes]);
        for (var i = 0; i < people.Count; i++)
        {
            Precision(people[i]).CopyTo(some._precisions.AsSpan(i * Axes * Axes));
            Shift(people[i]).CopyTo(some._shifts.AsSpan(i * Axes));
        }

        return some;
    }

    /// <summary>Where each person stands as far as one knows, were there one public: the posterior mean, by person then axis. Someone who said little stands near the middle.</summary>
    public double[] Means()
    {
        var points = new double[Count * Axes];
        Span<double> system = stackalloc double[Axes * Axes];
        for (var person = 0; person < Count; person++)
        {
            Precision(person).CopyTo(system);
            for (var a = 0; a < Axes; a++) system[(a * Axes) + a] += 1;
            var point = points.AsSpan(person * Axes, Axes);
            Shift(person).CopyTo(point);
            SmallSystem.Factor(system, Axes);
            SmallSystem.Solve(system, point, Axes);
        }

        return points;
    }
}
