using System.Runtime.CompilerServices;

namespace Trame.Engines.OpinionMap.Reference;

/// <summary>Votes as the reference pipeline centres them: a missing vote is the column's mean, hence 0 after centring, hence never stored.</summary>
/// <remarks>Moderated-out columns are zero for everybody in the reference: they count as seen by all and weigh nothing. All operations are O(votes).</remarks>
internal sealed class CentredVotes
{
    private readonly SparseSide _rows;

    public CentredVotes(VoteTable votes, bool[] isOut)
    {
        _rows = isOut.Any(o => o) ? votes.RowsWithout(isOut) : votes.ByParticipant;
        OutCount = isOut.Count(o => o);
        Center = new double[votes.CommentCount];
        for (var column = 0; column < Center.Length; column++)
            if (!isOut[column]) Center[column] = Mean(votes.ByComment, column);
    }

    /// <summary>Mean vote of each statement among those who saw it; 0 where moderated out.</summary>
    public double[] Center { get; }

    public int OutCount { get; }

    public int RowCount => _rows.Count;

    /// <summary>Number of statements a person saw, as the reference counts: the moderated-out ones always.</summary>
    public int SeenBy(int row) => _rows.LengthOf(row) + OutCount;

    /// <summary>x·v for one row of centred votes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Dot(int row, double[] vector)
    {
        var sum = 0.0;
        var (index, values, center, end) = (_rows.Index, _rows.Values, Center, _rows.Start[row + 1]);
        for (var at = _rows.Start[row]; at < end; at++)
        {
            var column = index[at];
            sum += (values[at] - center[column]) * vector[column];
        }

        return sum;
    }

    /// <summary>target += scale·x for one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(int row, double scale, double[] target)
    {
        var (index, values, center, end) = (_rows.Index, _rows.Values, Center, _rows.Start[row + 1]);
        for (var at = _rows.Start[row]; at < end; at++)
        {
            var column = index[at];
            target[column] += scale * (values[at] - center[column]);
        }
    }

    private static double Mean(SparseSide columns, int column)
    {
        var sum = 0.0;
        for (var at = columns.Start[column]; at < columns.Start[column + 1]; at++) sum += columns.Values[at];
        return columns.LengthOf(column) == 0 ? 0 : sum / columns.LengthOf(column);
    }
}
