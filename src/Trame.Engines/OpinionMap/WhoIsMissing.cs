namespace Trame.Engines.OpinionMap;

/// <summary>Who and what the map does not hear, in counts only.</summary>
/// <param name="Participants">People with at least one vote.</param>
/// <param name="Placed">Those placed in a group.</param>
/// <param name="TooFewVotes">Those with fewer than seven votes (or than the number of statements, when smaller).</param>
/// <param name="Filled">Votes over people times statements, in [0, 1].</param>
/// <param name="MedianVotes">Votes of the median person.</param>
/// <param name="LittleSeen">Statements seen by less than a third of the people of the median statement, the least seen first.</param>
/// <param name="Groups">Presence of each group.</param>
public sealed record WhoIsMissing(int Participants, int Placed, int TooFewVotes, double Filled, double MedianVotes, IReadOnlyList<SeenStatement> LittleSeen, IReadOnlyList<GroupPresence> Groups)
{
    private const int VotesToCount = 7;

    /// <param name="votes">All votes.</param>
    /// <param name="moderatedOut">Statements left out.</param>
    /// <param name="groupOf">Group by row, -1 for none.</param>
    /// <param name="groups">Number of groups.</param>
    internal static WhoIsMissing Of(VoteTable votes, IReadOnlySet<long> moderatedOut, int[] groupOf, int groups)
    {
        int[] columns = [.. Enumerable.Range(0, votes.CommentCount).Where(column => !moderatedOut.Contains(votes.Comments[column]))];
        var isOut = new bool[votes.CommentCount];
        Array.Fill(isOut, true);
        foreach (var column in columns) isOut[column] = false;
        var rows = columns.Length == votes.CommentCount ? votes.ByParticipant : votes.RowsWithout(isOut);
        int[] cast = [.. Enumerable.Range(0, rows.Count).Select(rows.LengthOf)];
        int[] seen = [.. columns.Select(votes.ByComment.LengthOf)];
        var typical = Median(seen);
        var counts = GroupCounts.OfPeople(rows, votes.CommentCount, Math.Max(groups, 1), row => groupOf[row]);
        double people = Math.Max(1, groupOf.Count(g => g >= 0)), voices = Math.Max(1L, cast.Where((_, row) => groupOf[row] >= 0).Sum(c => (long)c));
        return new(rows.Count, groupOf.Count(g => g >= 0), cast.Count(c => c < Math.Min(VotesToCount, columns.Length)), rows.Count == 0 || columns.Length == 0 ? 0 : (double)rows.Index.Length / rows.Count / columns.Length, Median(cast),
            [.. columns.Zip(seen).Where(s => s.Second < typical / 3).OrderBy(s => s.Second).Select(s => new SeenStatement(votes.Comments[s.First], s.Second))],
            [.. Enumerable.Range(0, groups).Select(g =>
            {
                int[] members = [.. Enumerable.Range(0, rows.Count).Where(row => groupOf[row] == g)];
                return new GroupPresence(g, members.Length / people, members.Sum(row => (long)cast[row]) / voices, Median([.. members.Select(row => cast[row])]), columns.Count(column => counts.Seen(g, column) < members.Length / 10.0));
            })]);
    }

    private static double Median(int[] values)
    {
        if (values.Length == 0) return 0;
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + (double)sorted[sorted.Length / 2]) / 2;
    }
}
