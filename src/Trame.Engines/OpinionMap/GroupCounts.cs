namespace Trame.Engines.OpinionMap;

/// <summary>How each group voted on each statement: agree, disagree, seen.</summary>
/// <remarks>Three integers per group and statement, from one pass over the votes.</remarks>
internal sealed class GroupCounts
{
    private readonly int[] _agree, _disagree, _seen;
    private readonly int _columns;

    private GroupCounts(int groups, int columns)
    {
        (Groups, _columns) = (groups, columns);
        (_agree, _disagree, _seen) = (new int[groups * columns], new int[groups * columns], new int[groups * columns]);
    }

    public int Groups { get; }

    public int Agree(int group, int column) => _agree[(group * _columns) + column];

    public int Disagree(int group, int column) => _disagree[(group * _columns) + column];

    public int Seen(int group, int column) => _seen[(group * _columns) + column];

    /// <summary>Votes on one side, agree or disagree.</summary>
    public int On(bool agree, int group, int column) => agree ? Agree(group, column) : Disagree(group, column);

    /// <summary>The same, in all groups but one.</summary>
    public int OnBeyond(bool agree, int group, int column) => Sum(agree ? _agree : _disagree, column) - On(agree, group, column);

    public int SeenBeyond(int group, int column) => Sum(_seen, column) - Seen(group, column);

    /// <summary>Votes counted in the group of their author; a person of group -1 is left out.</summary>
    /// <param name="rows">Votes by person.</param>
    /// <param name="columns">Number of statements.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="groupOf">Group of a row.</param>
    public static GroupCounts OfPeople(SparseSide rows, int columns, int groups, Func<int, int> groupOf)
    {
        var counts = new GroupCounts(groups, columns);
        for (var row = 0; row < rows.Count; row++)
        {
            if (groupOf(row) is not (>= 0 and var group)) continue;
            for (var at = rows.Start[row]; at < rows.Start[row + 1]; at++) counts.Add(group, rows.Index[at], rows.Values[at]);
        }

        return counts;
    }

    /// <summary>Votes counted each in its own group, in the order of the rows; -1 leaves a vote out.</summary>
    public static GroupCounts OfVotes(SparseSide rows, int columns, int groups, sbyte[] groupOf)
    {
        var counts = new GroupCounts(groups, columns);
        for (var at = 0; at < groupOf.Length; at++)
            if (groupOf[at] >= 0) counts.Add(groupOf[at], rows.Index[at], rows.Values[at]);
        return counts;
    }

    private int Sum(int[] counts, int column)
    {
        var sum = 0;
        for (var group = 0; group < Groups; group++) sum += counts[(group * _columns) + column];
        return sum;
    }

    private void Add(int group, int column, int value)
    {
        var place = (group * _columns) + column;
        _seen[place]++;
        if (value > 0) _agree[place]++;
        else if (value < 0) _disagree[place]++;
    }
}
