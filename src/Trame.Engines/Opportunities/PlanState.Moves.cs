namespace Trame.Engines.Opportunities;

internal sealed partial class PlanState
{
    private readonly List<int> _orphans = [];

    /// <summary>Opens a candidate, closing what stands in its way, and lets everyone concerned find a seat again.</summary>
    /// <returns>False when it ends below its fewest people; the caller undoes.</returns>
    public bool TryOpen(int candidate, bool evict = true)
    {
        var c = Set.Candidates[candidate];
        var session = Set.Sessions[c.Session];
        if (OpenAt[c.Session] == candidate) return false;
        _orphans.Clear();
        if (!evict && InTheWay(c, session)) return false;
        Clear(_venue[session.Venue], session.Hours, int.MaxValue);
        if (c.Giver >= 0) Clear(_used[c.Giver], session.Hours, _problem.Resources[c.Giver].Most - 1);
        if (c.Equipment >= 0) Clear(_used[c.Equipment], session.Hours, _problem.Resources[c.Equipment].Most - 1);
        Open(candidate);
        Fill(c.Session);
        if (_at[c.Session].Count < session.Least) return false;
        PlaceOrphans();
        return true;
    }

    /// <summary>Takes over a choice made elsewhere.</summary>
    public void Take(IEnumerable<(int Candidate, int[] Entries)> chosen)
    {
        foreach (var (candidate, entries) in chosen)
        {
            Open(candidate);
            foreach (var e in entries) Add(Set.Candidates[candidate].Session, e);
        }
        Forget();
    }

    /// <summary>Closes a session; its people look for another seat.</summary>
    public void Drop(int session)
    {
        _orphans.Clear();
        Evict(session);
        PlaceOrphans();
    }

    /// <summary>Gives a need the best free seat, or the seat of someone who has another possibility.</summary>
    public bool Place(int need, bool push)
    {
        if (_served[need] >= _problem.Needs[need].Sessions) return false;
        var (best, at, which) = (1e-9, -1, -1);
        foreach (var s in _sessionsOfNeed[need])
            if (OpenAt[s] >= 0 && _at[s].Count < Set.Sessions[s].Seats && !Busy(need, Set.Sessions[s].Hours) && EntryOf(s, need) is var e && Gain(s, e) is var gain && gain > best) (best, at, which) = (gain, s, e);
        if (at >= 0)
        {
            Add(at, which);
            return true;
        }
        return push && Push(need);
    }

    private bool Push(int need)
    {
        foreach (var s in _sessionsOfNeed[need])
        {
            if (OpenAt[s] < 0 || Busy(need, Set.Sessions[s].Hours)) continue;
            foreach (var other in _at[s].ToArray())
            {
                var mark = Mark();
                Remove(s, other);
                Add(s, EntryOf(s, need));
                Place(Set.Sessions[s].Entries[other].Need, push: false);
                if (Value > mark.Value + 1e-9) return true;
                Undo(mark);
            }
        }
        return false;
    }

    private bool InTheWay(Candidate c, Session session) =>
        _venue[session.Venue].Exists(s => Set.Sessions[s].Hours.Meets(session.Hours)) || Full(c.Giver, session) || Full(c.Equipment, session);

    private bool Full(int resource, Session session) =>
        resource >= 0 && (_used[resource].Count >= _problem.Resources[resource].Most || _used[resource].Exists(s => Set.Sessions[s].Hours.Meets(session.Hours)));

    private void Clear(List<int> open, WeekHours hours, int room)
    {
        for (var i = open.Count - 1; i >= 0; i--) if (Set.Sessions[open[i]].Hours.Meets(hours)) Evict(open[i]);
        while (open.Count > room) Evict(open.MinBy(s => (Worth(s), s)));
    }

    private double Worth(int session)
    {
        var worth = Mixing(session) - Set.Candidates[OpenAt[session]].Cost;
        foreach (var e in _at[session]) worth += Set.Sessions[session].Entries[e].Value;
        return worth;
    }

    private void Evict(int session)
    {
        for (var i = _at[session].Count - 1; i >= 0; i--)
        {
            var entry = _at[session][i];
            _orphans.Add(Set.Sessions[session].Entries[entry].Need);
            Remove(session, entry);
        }
        Close(session);
    }

    private void PlaceOrphans()
    {
        _orphans.Sort();
        foreach (var need in _orphans) Place(need, push: false);
    }

    /// <summary>Seats filled one by one with who adds most, who sits less well elsewhere included.</summary>
    private void Fill(int session)
    {
        var s = Set.Sessions[session];
        var taken = new bool[s.Entries.Length];
        while (_at[session].Count < s.Seats)
        {
            var (best, which, from) = (1e-9, -1, -1);
            for (var e = 0; e < s.Entries.Length; e++)
            {
                if (taken[e]) continue;
                var need = s.Entries[e].Need;
                var leaves = Leaves(need, s.Hours, out var allowed);
                if (!allowed) continue;
                var gain = leaves < 0 ? Gain(session, e) : s.Entries[e].Value - Set.Sessions[leaves].Entries[EntryOf(leaves, need)].Value + Extra(session, need);
                if (gain > best) (best, which, from) = (gain, e, leaves);
            }
            if (which < 0) break;
            taken[which] = true;
            if (from >= 0) Remove(from, EntryOf(from, s.Entries[which].Need));
            Add(session, which);
            if (from >= 0 && _at[from].Count < Set.Sessions[from].Least) Evict(from);
        }
    }

    /// <summary>The session a need would leave to come: −1 when it need not leave any.</summary>
    private int Leaves(int need, WeekHours hours, out bool allowed)
    {
        allowed = true;
        var (clash, many) = (-1, 0);
        foreach (var s in ServedAt[need]) if (Set.Sessions[s].Hours.Meets(hours)) (clash, many) = (s, many + 1);
        if (many > 1) allowed = false;
        if (many > 0) return clash;
        if (_served[need] < _problem.Needs[need].Sessions) return -1;
        var (least, at) = (double.MaxValue, -1);
        foreach (var s in ServedAt[need]) if (Set.Sessions[s].Entries[EntryOf(s, need)].Value is var v && v < least) (least, at) = (v, s);
        return at;
    }

    private bool Busy(int need, WeekHours hours)
    {
        foreach (var s in ServedAt[need]) if (Set.Sessions[s].Hours.Meets(hours)) return true;
        return false;
    }

    private double Gain(int session, int entry)
    {
        var e = Set.Sessions[session].Entries[entry];
        var gain = e.Value + Extra(session, e.Need);
        if (_served[e.Need] > 0) return gain;
        var area = _areaOf[e.Need];
        gain += Fairness.Of(_areaCovered[area] + _problem.Needs[e.Need].Weight, _areaWeight[area], _problem.Weights.Fairness) - Fairness.Of(_areaCovered[area], _areaWeight[area], _problem.Weights.Fairness);
        return _resourceOf[e.Need] is >= 0 and var own && _used[own].Count > 0 ? gain + _problem.Weights.Reciprocity : gain;
    }

    private double Extra(int session, int need)
    {
        if (Dimensions.Count == 0 || _groups[need] == 0 || _problem.Kinds[Set.Sessions[session].Kind].Reserved) return 0;
        var present = 0UL;
        foreach (var e in _at[session]) present |= _groups[Set.Sessions[session].Entries[e].Need];
        return _problem.Weights.Mixing * (Beyond(present | _groups[need]) - Beyond(present));
    }

    public int EntryOf(int session, int need)
    {
        var entries = Set.Sessions[session].Entries;
        for (var e = 0; e < entries.Length; e++) if (entries[e].Need == need) return e;
        return -1;
    }
}
