using Trame.Engines.Optimization;

namespace Trame.Engines.Opportunities.Worksites;

/// <summary>A plan in which families may part, and people with a needed skill count in no group: a flow, which costs no more than the best plan.</summary>
/// <remarks>
/// From each person an arc to each wished site and one to everywhere else, through a node shared by those who can go to the same sites; into a site by its group or by one of the needed skills one has; out of it up to its least, then up to its most.
/// What is settled already (a unit sent to a site, a site refused to a unit) is respected; people with a skill whose unit is settled count in their group. Whole numbers: the flow is a plan for each person.
/// </remarks>
internal sealed class WorksiteFlow
{
    private readonly WorksiteDay _day;
    private readonly FlowNetwork _network = new();
    private readonly Dictionary<(int Site, int Entry), int> _entries = [];
    private readonly Dictionary<string, int> _anywhere = new(StringComparer.Ordinal);
    private readonly List<(int Arc, int Person, int Site)> _choices = [];
    private readonly List<(int Arc, string Key, int Site)> _shared = [];
    private readonly Dictionary<string, List<(int Arc, int Person)>> _sharers = new(StringComparer.Ordinal);
    private readonly int[][] _settled; // people with a skill, settled, of each group at each site
    private readonly int[] _nodes;
    private readonly int _sink;
    private long _constant;

    private WorksiteFlow(WorksiteDay day, IReadOnlyList<(int Unit, int Site, bool Sent)> settled)
    {
        _day = day;
        var allowed = Allowed(day, settled);
        _settled = [.. day.Sites.Select(_ => new int[day.GroupCount])];
        for (var u = 0; u < day.Units.Length; u++)
            if (allowed[u] is { Count: 1 } only && only[0] < day.Waiting)
                foreach (var p in day.Units[u]) if (day.Skills[p].Length > 0 && day.Groups[p] >= 0) _settled[only[0]][day.Groups[p]]++;
        (_sink, _nodes) = (_network.AddNode(-day.People.Count), new int[day.People.Count]);
        for (var s = 0; s < day.Sites.Count; s++) Site(s);
        for (var u = 0; u < day.Units.Length; u++) foreach (var p in day.Units[u]) Person(p, u, allowed[u]);
    }

    /// <summary>The relaxation; null when a unit has nowhere left to go.</summary>
    public static WorksiteRelaxed? Solve(WorksiteDay day, IReadOnlyList<(int Unit, int Site, bool Sent)> settled, CancellationToken stop)
    {
        var flow = new WorksiteFlow(day, settled);
        var solution = MinimumCostFlow.Solve(flow._network, stop: stop);
        if (solution.Status != SolveStatus.Optimal) return null;
        var (sites, allowed) = (flow.Read(solution), Allowed(day, settled));
        return new(solution.Cost + flow._constant, sites, [.. day.Units.Select((unit, u) => Array.Exists(unit, p => sites[p] != sites[unit[0]]) ? flow.Forced(unit, u, allowed[u], solution.Potentials) : null)]);
    }

    /// <summary>What each site would at least add if a family were sent there whole: reduced costs of its members.</summary>
    private long[] Forced(int[] unit, int u, List<int>? allowed, IReadOnlyList<long> potentials)
    {
        var forced = new long[_day.Waiting + 1];
        for (var s = 0; s <= _day.Waiting; s++)
        {
            var cost = _day.Costs[u][s];
            forced[s] = cost < 0 || (allowed is not null && !allowed.Contains(s)) ? long.MaxValue
                : cost + unit.Sum(p => potentials[_nodes[p]] - (s == _day.Waiting ? potentials[_sink] : Entries(p, s).Max(e => potentials[e])));
        }

        return forced;
    }

    /// <summary>Sites left to each unit, waiting included; null where nothing is settled.</summary>
    private static List<int>?[] Allowed(WorksiteDay day, IReadOnlyList<(int Unit, int Site, bool Sent)> settled)
    {
        var allowed = new List<int>?[day.Units.Length];
        foreach (var (unit, site, sent) in settled)
        {
            allowed[unit] ??= [.. Enumerable.Range(0, day.Waiting + 1).Where(s => day.Costs[unit][s] >= 0)];
            allowed[unit]!.RemoveAll(s => sent ? s != site : s == site);
        }

        return allowed;
    }

    private void Site(int s)
    {
        var (site, weights, day) = (_day.Sites[s], _day.Weights, _day);
        var core = _network.AddNode();
        var scale = WorksiteDay.Scale;
        Reward(core, _sink, site.Least, scale * weights.Least);
        _network.AddArc(core, _sink, 0, 0, site.Most - site.Least);
        _entries[(s, -1)] = core;
        for (var k = 0; k < day.SkillCount; k++)
        {
            var node = _entries[(s, day.GroupCount + k)] = _network.AddNode();
            Reward(node, core, Math.Min(day.Needs[s][k], site.Most), scale * weights.Skill);
            _constant += scale * weights.Skill * (long)Math.Max(0, day.Needs[s][k] - site.Most);
            _network.AddArc(node, core, 0, 0, site.Most);
        }

        for (var g = 0; g < day.GroupCount; g++)
        {
            var node = _entries[(s, g)] = _network.AddNode();
            var free = Math.Max(0, day.Caps[s] - _settled[s][g]);
            _network.AddArc(node, core, 0, 0, free);
            _network.AddArc(node, core, scale * weights.Mixing, 0, site.Most);
            _constant += scale * weights.Mixing * (long)Math.Max(0, _settled[s][g] - day.Caps[s]);
        }
    }

    /// <summary>What is lacking costs; said as what is there pays back.</summary>
    private void Reward(int from, int to, int most, long each)
    {
        _constant += each * most;
        if (most > 0) _network.AddArc(from, to, -each, 0, most);
    }

    private void Person(int p, int unit, List<int>? allowed)
    {
        var (node, size, costs) = (_nodes[p] = _network.AddNode(1), _day.Units[unit].Length, _day.Costs[unit]);
        if (allowed is not null)
        {
            foreach (var s in allowed) Arc(node, p, s, costs[s] / size);
            return;
        }

        Arc(node, p, _day.Waiting, costs[_day.Waiting] / size);
        var usual = costs.Take(_day.Waiting).Where(c => c >= 0).DefaultIfEmpty(-1).Max();
        for (var s = 0; s < _day.Waiting; s++) if (costs[s] >= 0 && costs[s] < usual) Arc(node, p, s, costs[s] / size);
        if (usual < 0) return;
        int[] same = [.. Enumerable.Range(0, _day.Waiting).Where(s => costs[s] >= 0)]; // a liked site too: its own arc is cheaper
        var key = $"{string.Join(',', same)}|{_day.Groups[p]}|{string.Join(',', _day.Skills[p])}";
        if (!_anywhere.TryGetValue(key, out var shared))
        {
            shared = _anywhere[key] = _network.AddNode();
            _sharers[key] = [];
            foreach (var s in same) foreach (var entry in Entries(p, s)) _shared.Add((_network.AddArc(shared, entry, 0), key, s));
        }

        _sharers[key].Add((_network.AddArc(node, shared, usual / size, 0, 1), p));
    }

    private void Arc(int from, int p, int site, long cost)
    {
        if (site == _day.Waiting) _choices.Add((_network.AddArc(from, _sink, cost, 0, 1), p, site));
        else foreach (var entry in Entries(p, site)) _choices.Add((_network.AddArc(from, entry, cost, 0, 1), p, site));
    }

    /// <summary>By each needed skill one has, otherwise by one's group, otherwise straight in.</summary>
    private IEnumerable<int> Entries(int p, int site)
    {
        int[] skills = [.. _day.Skills[p].Where(k => _day.Needs[site][k] > 0)];
        return skills.Length > 0 ? skills.Select(k => _entries[(site, _day.GroupCount + k)])
            : [_entries[(site, _day.Skills[p].Length > 0 ? -1 : _day.Groups[p])]]; // who has a skill counts in no group, wherever they go
    }

    private int[] Read(FlowSolution solution)
    {
        var sites = new int[_day.People.Count];
        foreach (var (arc, person, site) in _choices) if (solution.Flows[arc] > 0) sites[person] = site;
        var waiting = _sharers.ToDictionary(s => s.Key, s => new Queue<int>(s.Value.Where(v => solution.Flows[v.Arc] > 0).Select(v => v.Person)), StringComparer.Ordinal);
        foreach (var (arc, key, site) in _shared)
            for (var left = solution.Flows[arc]; left > 0; left--) sites[waiting[key].Dequeue()] = site; // whoever shares a node is alike from there on
        return sites;
    }
}
