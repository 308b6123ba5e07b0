namespace Trame.Engines.Opportunities.Worksites;

/// <summary>A plan that changes one unit at a time, with its cost.</summary>
internal sealed class WorksiteState
{
    private const long Crowded = 100_000_000; // beyond any cost of waiting: a site is never left too full

    private readonly WorksiteDay _day;
    private readonly int[] _counts;
    private readonly int[][] _groups;
    private readonly List<int>[] _skilled;
    private readonly long[] _siteCosts;

    public WorksiteState(WorksiteDay day, int[] places)
    {
        (_day, Places) = (day, places);
        var n = day.Sites.Count;
        (_counts, _siteCosts) = (new int[n], new long[n]);
        _groups = [.. Enumerable.Range(0, n).Select(_ => new int[day.GroupCount])];
        _skilled = [.. Enumerable.Range(0, n).Select(_ => new List<int>())];
        for (var u = 0; u < places.Length; u++)
        {
            Cost += day.Costs[u][places[u]];
            Put(u, places[u], 1);
        }

        for (var s = 0; s < n; s++) Cost += _siteCosts[s] = SiteCost(s);
    }

    /// <summary>Site of each unit; the number of sites for waiting.</summary>
    public int[] Places { get; }
    public long Cost { get; private set; }

    /// <summary>What lacks at a site: no move away from it or to it gains more than that.</summary>
    public long Lacking(int site) => site == _day.Waiting ? 0 : _siteCosts[site];

    public int Room(int site) => _day.Sites[site].Most - _counts[site];

    /// <summary>Moves units, and keeps the change when it costs less.</summary>
    public bool Try(ReadOnlySpan<(int Unit, int To)> moves)
    {
        var before = Cost;
        Span<int> from = stackalloc int[moves.Length];
        for (var m = 0; m < moves.Length; m++) from[m] = Places[moves[m].Unit];
        for (var m = 0; m < moves.Length; m++) Move(moves[m].Unit, moves[m].To);
        for (var m = 0; m < moves.Length; m++) Settle(from[m], moves[m].To);
        if (Cost < before) return true;
        for (var m = 0; m < moves.Length; m++) Move(moves[m].Unit, from[m]);
        for (var m = 0; m < moves.Length; m++) Settle(from[m], moves[m].To);
        return false;
    }

    public (int People, int Skills, int Unmixed) Lack(int site) =>
        (Math.Max(0, _day.Sites[site].Least - _counts[site]), _day.NeedSums[site] - Filled(site), _groups[site].Sum(g => Math.Max(0, g - _day.Caps[site])));

    private void Move(int unit, int to)
    {
        Cost += _day.Costs[unit][to] - _day.Costs[unit][Places[unit]];
        Put(unit, Places[unit], -1);
        Put(unit, Places[unit] = to, 1);
    }

    private void Put(int unit, int site, int step)
    {
        if (site == _day.Waiting) return;
        foreach (var person in _day.Units[unit])
        {
            _counts[site] += step;
            if (_day.Groups[person] >= 0) _groups[site][_day.Groups[person]] += step;
            if (_day.Skills[person].Length == 0) continue;
            if (step > 0) _skilled[site].Add(person);
            else _skilled[site].Remove(person);
        }
    }

    private void Settle(int from, int to)
    {
        foreach (var site in (ReadOnlySpan<int>)[from, to])
        {
            if (site == _day.Waiting) continue;
            var cost = SiteCost(site);
            Cost += cost - _siteCosts[site];
            _siteCosts[site] = cost;
        }
    }

    private long SiteCost(int site)
    {
        var (worksite, weights) = (_day.Sites[site], _day.Weights);
        var (people, unmixed) = (Math.Max(0, worksite.Least - _counts[site]), 0);
        foreach (var group in _groups[site]) unmixed += Math.Max(0, group - _day.Caps[site]);
        return WorksiteDay.Scale * (((long)weights.Least * people) + ((long)weights.Mixing * unmixed) + ((long)weights.Skill * (_day.NeedSums[site] - Filled(site))) + (Crowded * Math.Max(0, _counts[site] - worksite.Most)));
    }

    /// <summary>Needs of skills that the people of a site can fill, one need each: augmenting paths (Kuhn 1955).</summary>
    private int Filled(int site)
    {
        var (needs, filled) = (_day.Needs[site], 0);
        if (_skilled[site].Count == 0) return 0;
        var holders = new List<int>[needs.Length];
        for (var k = 0; k < needs.Length; k++) holders[k] = [];
        foreach (var person in _skilled[site]) if (Place(person, needs, holders, new bool[needs.Length])) filled++;
        return filled;
    }

    private bool Place(int person, int[] needs, List<int>[] holders, bool[] seen)
    {
        foreach (var skill in _day.Skills[person])
        {
            if (seen[skill] || needs[skill] == 0) continue;
            seen[skill] = true;
            if (holders[skill].Count < needs[skill])
            {
                holders[skill].Add(person);
                return true;
            }

            for (var h = 0; h < holders[skill].Count; h++)
            {
                if (!Place(holders[skill][h], needs, holders, seen)) continue;
                holders[skill][h] = person;
                return true;
            }
        }

        return false;
    }
}
