namespace Trame.Engines.FairBudget;

/// <summary>Gathers equal ballots: a hash table whose keys are stretches of two flat arrays.</summary>
internal sealed class TypeTable(int mostChoices)
{
    private readonly int[] _projects = new int[mostChoices];
    private readonly long[] _scores = new long[mostChoices];
    private readonly List<int> _starts = [0];
    private readonly List<int> _weights = [];
    private int[] _slots = new int[1024]; // type + 1, or 0
    private int _length;

    public int[] Weights => [.. _weights];

    public int[] Starts => [.. _starts];

    public int[] Projects => _projects[.._starts[^1]];

    public long[] Scores => _scores[.._starts[^1]];

    public void Add(int project, long score)
    {
        // Ballots are short: kept in order of project by insertion, so that equal sets look equal.
        var at = _length++;
        for (; at > _starts[^1] && _projects[at - 1] > project; at--) (_projects[at], _scores[at]) = (_projects[at - 1], _scores[at - 1]);
        (_projects[at], _scores[at]) = (project, score);
    }

    public void EndBallot()
    {
        var slot = Find(_starts[^1], _length);
        if (_slots[slot] > 0)
        {
            _weights[_slots[slot] - 1]++;
            _length = _starts[^1];
            return;
        }

        _starts.Add(_length);
        _weights.Add(1);
        _slots[slot] = _weights.Count;
        if (_weights.Count * 2 > _slots.Length) Grow();
    }

    private int Find(int start, int end)
    {
        var projects = _projects.AsSpan(start..end);
        var scores = _scores.AsSpan(start..end);
        var slot = Hash(projects, scores) & (_slots.Length - 1);
        for (; _slots[slot] > 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var known = _starts[_slots[slot] - 1].._starts[_slots[slot]];
            if (projects.SequenceEqual(_projects.AsSpan(known)) && scores.SequenceEqual(_scores.AsSpan(known))) break;
        }

        return slot;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 4];
        for (var type = 0; type < _weights.Count; type++) _slots[Find(_starts[type], _starts[type + 1])] = type + 1;
    }

    private static int Hash(ReadOnlySpan<int> projects, ReadOnlySpan<long> scores)
    {
        var hash = 14695981039346656037UL;
        for (var i = 0; i < projects.Length; i++) hash = unchecked((hash ^ ((ulong)projects[i] + ((ulong)scores[i] << 32))) * 0x9E3779B97F4A7C15UL);
        return unchecked((int)(hash >> 33));
    }
}
