using System.Runtime.InteropServices;

namespace Trame.Engines.FairBudget;

/// <summary>Ballots side by side in flat arrays: filled one choice after another, then closed.</summary>
internal sealed class BallotBox
{
    private readonly List<int> _ends = [0];
    private readonly List<int> _projects = [];
    private List<decimal>? _points; // only once something else than 1 was given
    private long[]? _scores;

    public int Count => _ends.Count - 1;

    /// <summary>Every choice of every ballot.</summary>
    public ReadOnlySpan<int> Projects => CollectionsMarshal.AsSpan(_projects);

    /// <summary>Scores are whole numbers of 10^-k points.</summary>
    public int ScoreDecimals { get; private set; }

    /// <summary>Index of a ballot's first choice; the next ballot's is where it ends.</summary>
    public int Start(int ballot) => _ends[ballot];

    public long Score(int choice) => _scores is null ? 1 : _scores[choice];

    public void Add(int project, decimal points)
    {
        if (_points is null && points != 1) _points = [.. Enumerable.Repeat(1m, _projects.Count)];
        _projects.Add(project);
        _points?.Add(points);
    }

    public void EndBallot() => _ends.Add(_projects.Count);

    /// <summary>Checks what was filled in; afterwards the box only answers.</summary>
    public BallotBox Close(int projects)
    {
        var seen = new int[projects];
        for (var ballot = 0; ballot < Count; ballot++)
        {
            foreach (var project in Projects[Start(ballot)..Start(ballot + 1)])
            {
                if ((uint)project >= (uint)projects) throw new ArgumentException($"Ballot {ballot + 1} names project {project}; there are {projects}.");
                if (seen[project] == ballot + 1) throw new ArgumentException($"Ballot {ballot + 1} names project {project} twice.");
                seen[project] = ballot + 1;
            }
        }

        if (_points is not null) Scale(_points);
        _points = null;
        return this;
    }

    private void Scale(List<decimal> points)
    {
        ScoreDecimals = points.Max(p => PowersOfTen.Shortest(p).Scale);
        var scale = PowersOfTen.Of(ScoreDecimals);
        if (points.Any(p => Math.Abs(p) > 1_000_000_000m / scale)) throw new ArgumentException("Points are too large for exact counting.");
        _scores = [.. points.Select(p => (long)(p * scale))];
    }
}
