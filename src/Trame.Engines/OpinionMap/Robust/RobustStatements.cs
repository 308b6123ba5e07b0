namespace Trame.Engines.OpinionMap.Robust;

/// <summary>What each statement is worth on a robust map: representative of a group, agreed on by all, a bridge, or what divides.</summary>
/// <remarks>
/// Groups are compared leave-one-out (<see cref="LeaveOneOut"/>). Where there is no group, the two halves of the main axis take their place for polarisation and bridging, and nothing is representative. O(votes + groups·statements).
/// </remarks>
internal sealed class RobustStatements
{
    private readonly RobustMap _map;
    private readonly RobustOptions _options;
    private readonly GroupCounts _all, _camps;

    public RobustStatements(RobustMap map, RobustOptions options)
    {
        (_map, _options) = (map, options);
        _all = GroupCounts.OfPeople(map.Factors.Rows, map.Votes.CommentCount, 1, _ => 0);
        _camps = Camps();
    }

    private IEnumerable<int> Columns => Enumerable.Range(0, _map.Votes.CommentCount).Where(column => !_map.IsOut[column] && _all.Seen(0, column) > 0);

    /// <summary>For each group, statements on which it differs for certain from the others, on the side most of it takes; the largest sure difference first.</summary>
    public IReadOnlyList<IReadOnlyList<StatementView>> Representative()
    {
        if (_map.Groups == 0) return [];
        var tests = (from column in Columns from agree in new[] { true, false } from g in Enumerable.Range(0, _map.Groups)
                     where _camps.Seen(g, column) > 0 && _camps.SeenBeyond(g, column) > 0
                     let difference = Shares.Difference(_camps.On(agree, g, column), _camps.Seen(g, column), _camps.OnBeyond(agree, g, column), _camps.SeenBeyond(g, column))
                     select (Column: column, Agree: agree, Group: g, difference.Z, difference.Least)).ToList();
        var adjusted = BenjaminiHochberg.Adjusted([.. tests.Select(t => NormalLaw.Above(t.Z))]);
        return [.. Enumerable.Range(0, _map.Groups).Select(g => (IReadOnlyList<StatementView>)[.. tests.Zip(adjusted)
            .Where(t => t.First.Group == g && t.Second <= _options.FalseDiscovery && Share(_camps, t.First.Agree, g, t.First.Column) > 0.5)
            .OrderByDescending(t => t.First.Least).Take(_options.Shown)
            .Select(t => View(_camps, g, t.First.Column, t.First.Agree) with
            {
                Z = t.First.Z,
                Q = t.Second,
                Repness = Share(_camps, t.First.Agree, g, t.First.Column) / Shares.Of(_camps.OnBeyond(t.First.Agree, g, t.First.Column), _camps.SeenBeyond(g, t.First.Column)),
            })])];
    }

    /// <summary>Statements on which a majority of everybody is sure, the best group-informed consensus first.</summary>
    public IReadOnlyList<StatementView> Consensus() => [.. Sides().Select(s => View(_all, 0, s.Column, s.Agree) with
    {
        Z = Reference.ProportionTests.AgainstHalf(_all.On(s.Agree, 0, s.Column), _all.Seen(0, s.Column)),
        GroupInformed = GroupInformed(s.Column, s.Agree),
    }).Where(v => v.Low > 0.5).OrderByDescending(v => v.GroupInformed!.Low).ThenBy(v => v.Comment).Take(_options.Shown)];

    /// <summary>Statements on which a majority of every group is sure, the surest in the least convinced group first.</summary>
    public IReadOnlyList<StatementView> Bridging() => [.. Sides().Select(s => View(_all, 0, s.Column, s.Agree) with { Score = StatementScores.Least(_camps, s.Column, s.Agree), GroupInformed = GroupInformed(s.Column, s.Agree) })
        .Where(v => v.Score > 0.5).OrderByDescending(v => v.Score).ThenBy(v => v.Comment).Take(_options.Shown)];

    /// <summary>Every statement of the map.</summary>
    public IReadOnlyList<StatementScore> Scores() => [.. Columns.Select(column => StatementScores.Of(_map.Votes.Comments[column], _all, _camps, column)).OrderBy(s => s.Comment)];

    private IEnumerable<(int Column, bool Agree)> Sides() => from column in Columns from agree in new[] { true, false } select (column, agree);

    private StatementView View(GroupCounts counts, int group, int column, bool agree)
    {
        var (low, high) = Shares.Interval(counts.On(agree, group, column), counts.Seen(group, column));
        return new(_map.Votes.Comments[column], agree, Share(counts, agree, group, column), counts.On(agree, group, column), counts.Seen(group, column), low, high);
    }

    private static double Share(GroupCounts counts, bool agree, int group, int column) => Shares.Of(counts.On(agree, group, column), counts.Seen(group, column));

    private GroupInformedConsensus GroupInformed(int column, bool agree)
    {
        var (value, low, high) = Shares.Product(Enumerable.Range(0, _camps.Groups).Select(g => (_camps.On(agree, g, column), _camps.Seen(g, column))));
        return new(value, low, high);
    }

    private GroupCounts Camps()
    {
        var (rows, columns, factors, axes) = (_map.Factors.Rows, _map.Votes.CommentCount, _map.Factors, _map.Axes);
        if (axes.Count == 0) return _all;
        var mixture = _map.Mixture ?? OpinionMixture.Halves(axes.Count);
        var labels = _map.Mixture is null ? new int[_map.Votes.ParticipantCount] : _map.GroupOf;
        var groups = LeaveOneOut.Groups(factors, axes, _map.Summaries, mixture, labels);
        return GroupCounts.OfVotes(rows, columns, mixture.Groups, groups);
    }
}
