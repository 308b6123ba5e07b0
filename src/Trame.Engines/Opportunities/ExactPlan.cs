using Trame.Engines.Optimization;

namespace Trame.Engines.Opportunities;

/// <summary>The choice among the candidates as an integer program: which are opened, who comes, which groups are present, how far each area is covered.</summary>
internal sealed class ExactPlan
{
    private readonly PlanState _plan;
    private readonly LinearModel _model = new(Goal.Maximise);
    private readonly List<double> _start = [];
    private readonly int[] _open;
    private readonly int[][] _come;

    public ExactPlan(PlanState plan)
    {
        _plan = plan;
        var set = plan.Set;
        _open = [.. set.Candidates.Select((c, i) => Column(-c.Cost, plan.OpenAt[c.Session] == i ? 1 : 0, whole: true))];
        _come = [.. set.Sessions.Select((s, i) => s.Entries.Select((e, j) => Column(e.Value, plan.At(i).Contains(j) ? 1 : 0, whole: true)).ToArray())];
        for (var s = 0; s < set.Sessions.Count; s++) Session(s);
        Limits();
        Coverage();
    }

    /// <returns>Candidates opened and entries seated, per session; and the bound.</returns>
    public (IReadOnlyList<(int Candidate, int[] Entries)>? Chosen, double Bound, bool Proved) Solve(SolveLimits limits, CancellationToken stop)
    {
        var solution = new IntegerSolver(_model).Solve(limits with { RelativeGap = 1e-7, AbsoluteGap = 1e-7 }, _start, stop: stop);
        if (solution.Values is not { } values) return (null, solution.Bound, false);
        var chosen = new List<(int, int[])>();
        for (var c = 0; c < _open.Length; c++)
            if (values[_open[c]] > 0.5) chosen.Add((c, [.. Enumerable.Range(0, _come[_plan.Set.Candidates[c].Session].Length).Where(e => values[_come[_plan.Set.Candidates[c].Session][e]] > 0.5)]));
        return (chosen, solution.Bound, solution.Status == SolveStatus.Optimal);
    }

    private int Column(double cost, double start, bool whole, double most = 1)
    {
        _start.Add(start);
        return _model.AddColumn(cost, 0, most, whole);
    }

    /// <summary>Σ values·columns ≤ upper.</summary>
    private void Row(double upper, params IEnumerable<(int Column, double Value)> terms)
    {
        var sums = new SortedDictionary<int, double>();
        foreach (var (column, value) in terms) sums[column] = sums.GetValueOrDefault(column) + value;
        _model.AddRow(double.NegativeInfinity, upper, [.. sums.Keys], [.. sums.Values]);
    }

    private void Session(int s)
    {
        var session = _plan.Set.Sessions[s];
        var opens = _plan.CandidatesOfSession[s].Select(c => (_open[c], Value: -1.0)).ToList();
        foreach (var x in _come[s]) Row(0, [(x, 1), .. opens]);
        Row(0, [.. _come[s].Select(x => (x, 1.0)), .. opens.Select(o => (o.Item1, -(double)session.Seats))]);
        if (session.Least > 1) Row(0, [.. _come[s].Select(x => (x, -1.0)), .. opens.Select(o => (o.Item1, (double)session.Least))]);
        if (_plan.Set.Problem.Kinds[session.Kind].Reserved) return;
        foreach (var (_, mask) in _plan.Dimensions) Mixed(s, mask, opens);
    }

    /// <summary>Groups present, and those beyond the first: at most the present ones without any one of them.</summary>
    private void Mixed(int s, ulong mask, List<(int, double)> opens)
    {
        var session = _plan.Set.Sessions[s];
        var present = new List<(int Column, double Start)>();
        for (var bit = 0; bit < 64; bit++)
        {
            if ((mask >> bit & 1) == 0) continue;
            var members = Enumerable.Range(0, session.Entries.Length).Where(e => (_plan.GroupsOf(session.Entries[e].Need) >> bit & 1) != 0).ToList();
            if (members.Count == 0) continue;
            var start = members.Exists(_plan.At(s).Contains) ? 1.0 : 0;
            var y = Column(0, start, whole: true);
            Row(0, [(y, 1), .. members.Select(e => (_come[s][e], -1.0))]);
            Row(0, [(y, 1), .. opens]);
            present.Add((y, start));
        }
        if (present.Count < 2) return;
        var z = Column(_plan.Set.Problem.Weights.Mixing, Math.Max(0, present.Sum(p => p.Start) - 1), whole: false, present.Count - 1);
        foreach (var (y, _) in present) Row(0, [(z, 1), .. present.Where(p => p.Column != y).Select(p => (p.Column, -1.0))]);
        Row(0, [(z, 1), .. opens.Select(o => (o.Item1, -Math.Min(present.Count - 1.0, session.Seats)))]);
    }

    private void Limits()
    {
        var (set, problem) = (_plan.Set, _plan.Set.Problem);
        var atVenue = new Dictionary<(int, int), List<int>>();
        var byResource = new Dictionary<int, List<int>>();
        for (var c = 0; c < _open.Length; c++)
        {
            var session = set.Sessions[set.Candidates[c].Session];
            for (var h = 0; h < session.Hours.Hours; h++) Say(atVenue, (session.Venue, session.Start + h), c);
            if (set.Candidates[c].Giver is >= 0 and var g) Say(byResource, g, c);
            if (set.Candidates[c].Equipment is >= 0 and var q) Say(byResource, q, c);
        }
        foreach (var (_, list) in atVenue.OrderBy(p => p.Key)) Row(1, list.Select(c => (_open[c], 1.0)));
        foreach (var (resource, list) in byResource.OrderBy(p => p.Key))
        {
            Row(problem.Resources[resource].Most, list.Select(c => (_open[c], 1.0)));
            if (problem.Resources[resource].Most > 1) Hourly(list.Select(c => (set.Sessions[set.Candidates[c].Session], _open[c])));
        }
    }

    private void Hourly(IEnumerable<(Session Session, int Column)> columns)
    {
        var hours = new SortedDictionary<int, List<int>>();
        foreach (var (session, column) in columns)
            for (var h = 0; h < session.Hours.Hours; h++)
            {
                if (!hours.TryGetValue(session.Start + h, out var list)) hours[session.Start + h] = list = [];
                list.Add(column);
            }
        foreach (var list in hours.Values.Where(l => l.Count > 1)) Row(1, list.Select(c => (c, 1.0)));
    }

    private void Coverage()
    {
        var (set, problem) = (_plan.Set, _plan.Set.Problem);
        var covered = new int[problem.Needs.Count];
        for (var n = 0; n < covered.Length; n++)
        {
            var seats = _plan.SessionsOf(n).Select(s => (Session: set.Sessions[s], Column: _come[s][_plan.EntryOf(s, n)])).ToList();
            covered[n] = Column(0, _plan.Covered(n) ? 1 : 0, whole: false);
            Row(0, [(covered[n], 1), .. seats.Select(p => (p.Column, -1.0))]);
            Row(problem.Needs[n].Sessions, seats.Select(p => (p.Column, 1.0)));
            if (problem.Needs[n].Sessions > 1) Hourly(seats);
        }
        for (var a = 0; a < _plan.Areas.Count; a++)
        {
            var (quarter, terms) = (_plan.AreaWeight(a) / Fairness.Slopes.Length, new List<(int, double)>());
            for (var j = 0; j < Fairness.Slopes.Length; j++)
                terms.Add((Column(problem.Weights.Fairness * Fairness.Slopes[j], Math.Clamp(_plan.AreaCovered(a) - j * quarter, 0, quarter), whole: false, quarter), 1));
            Row(0, [.. terms, .. Enumerable.Range(0, covered.Length).Where(n => _plan.AreaOf(n) == a).Select(n => (covered[n], -problem.Needs[n].Weight))]);
        }
        for (var r = 0; r < problem.Resources.Count; r++)
        {
            if (problem.Resources[r].Need is not (>= 0 and var own)) continue;
            var both = Column(problem.Weights.Reciprocity, _plan.Uses(r) && _plan.Covered(own) ? 1 : 0, whole: false);
            Row(0, [(both, 1), (covered[own], -1)]);
            Row(0, [(both, 1), .. Enumerable.Range(0, _open.Length).Where(c => set.Candidates[c].Giver == r).Select(c => (_open[c], -1.0))]);
        }
    }

    private static void Say<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int value) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(value);
    }
}
