namespace Trame.Engines.FairBudget;

/// <summary>Turns the cells « vote » and « points » of each row into a ballot.</summary>
internal sealed class PabulibBallots(PabulibScanner rows, Dictionary<string, int> ids, int vote, int points, bool ranked)
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids = ids.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly int[] _seen = new int[ids.Count];
    private int _ballot;

    public BallotBox Box { get; } = new();

    public void ReadRow()
    {
        _ballot++;
        var names = rows[vote];
        var chosen = names.IsWhiteSpace() ? 0 : names.Count(',') + 1;
        var given = points < 0 ? default : rows[points];
        if (points >= 0 && (given.IsWhiteSpace() ? 0 : given.Count(',') + 1) is var count && count != chosen) throw rows.Problem(points, PabulibFault.PointCount, $"{count}/{chosen}");
        if (chosen > 0)
        {
            var notes = points < 0 ? default : given.Split(',');
            var rank = 0;
            foreach (var range in names.Split(','))
            {
                if (points >= 0) notes.MoveNext();
                var (start, length) = range.GetOffsetAndLength(names.Length);
                var project = Project(names.Slice(start, length), start);
                Box.Add(project, points >= 0 ? Points(given, notes.Current) : ranked ? chosen - ++rank : 1);
            }
        }

        Box.EndBallot();
    }

    private int Project(ReadOnlySpan<char> name, int offset)
    {
        if (!_ids.TryGetValue(name.Trim(), out var project)) throw rows.Problem(vote, PabulibFault.UnknownProject, name, offset);
        if (_seen[project] == _ballot) throw rows.Problem(vote, PabulibFault.RepeatedChoice, name, offset);
        _seen[project] = _ballot;
        return project;
    }

    private decimal Points(ReadOnlySpan<char> given, Range one)
    {
        var (start, length) = one.GetOffsetAndLength(given.Length);
        return PabulibNumber.TryRead(given.Slice(start, length), out var number) && Math.Abs(number) <= 1_000_000 ? number : throw rows.Problem(points, PabulibFault.NotANumber, given.Slice(start, length), start);
    }
}
