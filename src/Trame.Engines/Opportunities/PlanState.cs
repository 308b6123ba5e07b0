using System.Numerics;

namespace Trame.Engines.Opportunities;

/// <summary>A plan being made: every step is written down and can be undone. Holds: capacities, hours and limits are respected except inside a move.</summary>
internal sealed partial class PlanState
{
    private readonly record struct Step(bool Opens, bool Undone, int Session, int What);

    private readonly OpportunityProblem _problem;
    private readonly List<Step> _journal = [];
    private readonly List<int>[] _at, _venue, _used;
    private readonly int[] _served;
    private readonly int[] _areaOf, _resourceOf;
    private readonly double[] _areaWeight, _areaCovered;
    private readonly ulong[] _groups;
    private readonly List<int>[] _sessionsOfNeed;

    public PlanState(CandidateSet set)
    {
        (Set, _problem) = (set, set.Problem);
        var (needs, sessions) = (_problem.Needs, set.Sessions);
        OpenAt = new int[sessions.Count];
        Array.Fill(OpenAt, -1);
        (_at, _sessionsOfNeed) = (new List<int>[sessions.Count], new List<int>[needs.Count]);
        for (var s = 0; s < sessions.Count; s++) _at[s] = [];
        _venue = [.. Enumerable.Range(0, _problem.Places.Count + _problem.Moments.Count).Select(_ => new List<int>(2))];
        _used = [.. Enumerable.Range(0, _problem.Resources.Count).Select(_ => new List<int>(2))];
        _served = new int[needs.Count];
        ServedAt = [.. Enumerable.Range(0, needs.Count).Select(_ => new List<int>(1))];
        Areas = [.. needs.Select(n => n.Area).Distinct().Order(StringComparer.Ordinal)];
        var number = Areas.Select((a, i) => (a, i)).ToDictionary(p => p.a, p => p.i, StringComparer.Ordinal);
        _areaOf = [.. needs.Select(n => number[n.Area])];
        (_areaWeight, _areaCovered) = (new double[Areas.Count], new double[Areas.Count]);
        for (var n = 0; n < needs.Count; n++) _areaWeight[_areaOf[n]] += needs[n].Weight;
        _resourceOf = new int[needs.Count];
        Array.Fill(_resourceOf, -1);
        for (var r = 0; r < _problem.Resources.Count; r++) if (_problem.Resources[r].Need is >= 0 and var own) _resourceOf[own] = r;
        (_groups, Dimensions) = GroupLabels.Of(needs);
        for (var n = 0; n < needs.Count; n++) _sessionsOfNeed[n] = [];
        for (var s = 0; s < sessions.Count; s++) foreach (var e in sessions[s].Entries) _sessionsOfNeed[e.Need].Add(s);
        CandidatesOfSession = [.. Enumerable.Range(0, sessions.Count).Select(_ => new List<int>(1))];
        for (var c = 0; c < set.Candidates.Count; c++) CandidatesOfSession[set.Candidates[c].Session].Add(c);
    }

    public CandidateSet Set { get; }
    public double Value { get; private set; }
    public int[] OpenAt { get; }
    public List<int>[] ServedAt { get; }
    public List<int>[] CandidatesOfSession { get; }
    public IReadOnlyList<string> Areas { get; }
    public IReadOnlyList<(string Name, ulong Mask)> Dimensions { get; }

    public IReadOnlyList<int> At(int session) => _at[session];
    public IReadOnlyList<int> SessionsOf(int need) => _sessionsOfNeed[need];
    public bool Covered(int need) => _served[need] > 0;
    public double AreaWeight(int area) => _areaWeight[area];
    public double AreaCovered(int area) => _areaCovered[area];
    public int AreaOf(int need) => _areaOf[need];
    public ulong GroupsOf(int need) => _groups[need];
    public bool Uses(int resource) => _used[resource].Count > 0;
    public int UsesOf(int resource) => _used[resource].Count;
    public IReadOnlyList<int> OpenAtVenue(int venue) => _venue[venue];
    public IReadOnlyList<int> OpenOf(int resource) => _used[resource];

    public (int Step, double Value) Mark() => (_journal.Count, Value);

    public void Forget() => _journal.Clear();

    public void Undo((int Step, double Value) mark)
    {
        for (var i = _journal.Count - 1; i >= mark.Step; i--)
        {
            var step = _journal[i];
            if (step.Opens) { if (step.Undone) Open(step.What); else Close(step.Session); }
            else if (step.Undone) Add(step.Session, step.What);
            else Remove(step.Session, step.What);
        }
        _journal.RemoveRange(mark.Step, _journal.Count - mark.Step);
        Value = mark.Value;
    }

    private void Open(int candidate)
    {
        var c = Set.Candidates[candidate];
        OpenAt[c.Session] = candidate;
        _venue[Set.Sessions[c.Session].Venue].Add(c.Session);
        if (c.Giver >= 0 && Use(c.Giver, c.Session) && _problem.Resources[c.Giver].Need is >= 0 and var own && _served[own] > 0) Value += _problem.Weights.Reciprocity;
        if (c.Equipment >= 0) Use(c.Equipment, c.Session);
        Value -= c.Cost;
        _journal.Add(new(true, false, c.Session, candidate));
    }

    private void Close(int session)
    {
        var candidate = OpenAt[session];
        var c = Set.Candidates[candidate];
        OpenAt[session] = -1;
        _venue[Set.Sessions[session].Venue].Remove(session);
        if (c.Giver >= 0)
        {
            _used[c.Giver].Remove(session);
            if (_used[c.Giver].Count == 0 && _problem.Resources[c.Giver].Need is >= 0 and var own && _served[own] > 0) Value -= _problem.Weights.Reciprocity;
        }
        if (c.Equipment >= 0) _used[c.Equipment].Remove(session);
        Value += c.Cost;
        _journal.Add(new(true, true, session, candidate));
    }

    private bool Use(int resource, int session)
    {
        _used[resource].Add(session);
        return _used[resource].Count == 1;
    }

    private void Add(int session, int entry)
    {
        var e = Set.Sessions[session].Entries[entry];
        var before = Mixing(session);
        _at[session].Add(entry);
        Value += e.Value + Mixing(session) - before;
        ServedAt[e.Need].Add(session);
        if (_served[e.Need]++ == 0) Cover(e.Need, 1);
        _journal.Add(new(false, false, session, entry));
    }

    private void Remove(int session, int entry)
    {
        var e = Set.Sessions[session].Entries[entry];
        var before = Mixing(session);
        _at[session].Remove(entry);
        Value += Mixing(session) - before - e.Value;
        ServedAt[e.Need].Remove(session);
        if (--_served[e.Need] == 0) Cover(e.Need, -1);
        _journal.Add(new(false, true, session, entry));
    }

    private void Cover(int need, int sign)
    {
        var area = _areaOf[need];
        var before = Fairness.Of(_areaCovered[area], _areaWeight[area], _problem.Weights.Fairness);
        _areaCovered[area] += sign * _problem.Needs[need].Weight;
        Value += Fairness.Of(_areaCovered[area], _areaWeight[area], _problem.Weights.Fairness) - before;
        if (_resourceOf[need] is >= 0 and var own && _used[own].Count > 0) Value += sign * _problem.Weights.Reciprocity;
    }

    /// <summary>λ × groups beyond the first, by dimension; nothing in a space reserved by choice.</summary>
    public double Mixing(int session)
    {
        var s = Set.Sessions[session];
        if (_problem.Kinds[s.Kind].Reserved || Dimensions.Count == 0) return 0;
        var present = 0UL;
        foreach (var e in _at[session]) present |= _groups[s.Entries[e].Need];
        return _problem.Weights.Mixing * Beyond(present);
    }

    private int Beyond(ulong present)
    {
        var beyond = 0;
        foreach (var (_, mask) in Dimensions) beyond += Math.Max(0, BitOperations.PopCount(present & mask) - 1);
        return beyond;
    }
}
