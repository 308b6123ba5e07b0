namespace Trame.Engines.OpinionMap;

/// <summary>Votes of a conversation, one per person and statement, stored twice (by person, by statement) and never as people x statements.</summary>
/// <remarks>
/// About 10 bytes per vote and 16 per person or statement. Rows and columns stand in the order of their first vote, so that a row keeps its place when votes
/// are added (<see cref="With"/>). A later vote of the same person on the same statement replaces the earlier one. Building is O(votes). Immutable, thread-safe.
/// </remarks>
public sealed class VoteTable
{
    private readonly long[] _participants;
    private readonly long[] _comments;
    private readonly Dictionary<long, int> _rowOf;
    private readonly Dictionary<long, int> _columnOf;

    private VoteTable(long[] participants, long[] comments, Dictionary<long, int> rowOf, Dictionary<long, int> columnOf, SparseSide byParticipant, SparseSide byComment)
    {
        (_participants, _comments, _rowOf, _columnOf) = (participants, comments, rowOf, columnOf);
        (ByParticipant, ByComment) = (byParticipant, byComment);
    }

    /// <summary>A conversation where nobody has voted.</summary>
    public static VoteTable Empty { get; } = Of([]);

    /// <summary>Number of people with at least one vote.</summary>
    public int ParticipantCount => _participants.Length;

    /// <summary>Number of statements with at least one vote.</summary>
    public int CommentCount => _comments.Length;

    /// <summary>Number of votes, one per pair of person and statement.</summary>
    public int VoteCount => ByParticipant.Values.Length;

    /// <summary>Numbers of the people, by row.</summary>
    public ReadOnlySpan<long> Participants => _participants;

    /// <summary>Numbers of the statements, by column.</summary>
    public ReadOnlySpan<long> Comments => _comments;

    /// <summary>For each row, the columns voted on, increasing, with the votes.</summary>
    internal SparseSide ByParticipant { get; }

    /// <summary>For each column, the rows that voted, increasing, with the votes.</summary>
    internal SparseSide ByComment { get; }

    /// <summary>Row of a person, or -1.</summary>
    public int RowOf(long participant) => _rowOf.GetValueOrDefault(participant, -1);

    /// <summary>Column of a statement, or -1.</summary>
    public int ColumnOf(long comment) => _columnOf.GetValueOrDefault(comment, -1);

    /// <summary>Votes in the order they were cast (or any order if nobody changed their mind).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is not -1, 0 or 1.</exception>
    public static VoteTable Of(IEnumerable<Vote> votes) =>
        new VoteTable([], [], [], [], new SparseSide([0], [], []), new SparseSide([0], [], [])).With(votes);

    /// <summary>The same conversation with more votes; existing rows and columns keep their places.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is not -1, 0 or 1.</exception>
    public VoteTable With(IEnumerable<Vote> more)
    {
        var (rowOf, columnOf) = (_rowOf, _columnOf);
        List<long> participants = [.. _participants], comments = [.. _comments];
        List<(int Row, int Column, sbyte Value)> added = [];
        foreach (var vote in more)
        {
            if (vote.Value is < -1 or > 1) throw new ArgumentOutOfRangeException(nameof(more), vote.Value, "A vote is -1, 0 or 1.");
            if (rowOf == _rowOf && !rowOf.ContainsKey(vote.Participant)) rowOf = new(_rowOf);
            if (columnOf == _columnOf && !columnOf.ContainsKey(vote.Comment)) columnOf = new(_columnOf);
            added.Add((Place(rowOf, participants, vote.Participant), Place(columnOf, comments, vote.Comment), (sbyte)vote.Value));
        }

        var byParticipant = ByParticipant.With(added, participants.Count, comments.Count);
        var byComment = VoteCount == 0 ? byParticipant.Transposed(comments.Count) : ByComment.With([.. added.Select(v => (v.Column, v.Row, v.Value))], comments.Count, participants.Count);
        return new([.. participants], [.. comments], rowOf, columnOf, byParticipant, byComment);
    }

    /// <summary>Every vote that counts, by person then statement in the order of rows and columns; times are not kept.</summary>
    public IEnumerable<Vote> All()
    {
        for (var row = 0; row < ParticipantCount; row++)
            for (var at = ByParticipant.Start[row]; at < ByParticipant.Start[row + 1]; at++)
                yield return new(_participants[row], _comments[ByParticipant.Index[at]], ByParticipant.Values[at]);
    }

    /// <summary>The same rows and columns, with only the votes whose column is kept.</summary>
    internal SparseSide RowsWithout(bool[] left) => ByParticipant.Where(column => !left[column]);

    private static int Place(Dictionary<long, int> places, List<long> names, long name)
    {
        if (places.TryGetValue(name, out var at)) return at;
        places.Add(name, names.Count);
        names.Add(name);
        return names.Count - 1;
    }
}
