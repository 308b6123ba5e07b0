namespace Trame.Engines.Opportunities;

/// <summary>Which needs can come to which place or moment for which kind, best first.</summary>
internal sealed class VenueReach
{
    private readonly OpportunityProblem _problem;
    private readonly OpportunityOptions _options;
    private readonly Dictionary<long, List<Entry>> _coming = [];

    public VenueReach(OpportunityProblem problem, OpportunityOptions options)
    {
        (_problem, _options) = (problem, options);
        Places = new([.. problem.Places.Select(p => p.Spot)]);
        var moments = new SpotGrid([.. problem.Moments.Select(m => m.Spot)]);
        var answers = Answers(problem.Kinds);
        for (var n = 0; n < problem.Needs.Count; n++)
        {
            var need = problem.Needs[n];
            foreach (var (place, minutes) in PlacesOf(need.Spot, need.Area, need.ReachMetres, need.Mode))
                foreach (var (kind, fit) in answers[need.Kind]) Add(place, kind, n, fit, minutes);
            foreach (var (_, m) in moments.Nearest(need.Spot, need.ReachMetres / problem.Travel.Detour, options.PlacesPerNeed))
                foreach (var (kind, fit) in answers[need.Kind])
                    if (kind == problem.Moments[m].Kind)
                        Add(problem.Places.Count + m, kind, n, fit, problem.Travel.Minutes(need.Spot, need.Area, problem.Moments[m].Spot, problem.Moments[m].Area, need.Mode));
        }
        foreach (var list in _coming.Values) list.Sort((a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : a.Need.CompareTo(b.Need));
    }

    public SpotGrid Places { get; }

    public bool Has(int venue, int kind) => _coming.ContainsKey(Key(venue, kind));

    public IEnumerable<(int Place, double Minutes)> PlacesOf(GeoSpot spot, string? area, double metres, TravelMode mode)
    {
        foreach (var (_, place) in Places.Nearest(spot, metres / _problem.Travel.Detour, _options.PlacesPerNeed))
            yield return (place, _problem.Travel.Minutes(spot, area, _problem.Places[place].Spot, _problem.Places[place].Area, mode));
    }

    public Entry[] Coming(int venue, int kind, WeekHours hours, int most) =>
        _coming.TryGetValue(Key(venue, kind), out var list) ? [.. list.Where(e => _problem.Needs[e.Need].Hours.Holds(hours)).Take(most)] : [];

    /// <summary>Value of the best who could come, 0 when they are too few.</summary>
    public double Potential(int venue, int kind, WeekHours hours, int least, int seats)
    {
        if (!_coming.TryGetValue(Key(venue, kind), out var list)) return 0;
        var (sum, many) = (0.0, 0);
        foreach (var entry in list)
        {
            if (many == seats) break;
            if (!_problem.Needs[entry.Need].Hours.Holds(hours)) continue;
            sum += entry.Value;
            many++;
        }
        return many >= least ? sum : 0;
    }

    public IEnumerable<(int Venue, int Kind)> All() => _coming.Keys.Order().Select(k => ((int)(k / _problem.Kinds.Count), (int)(k % _problem.Kinds.Count)));

    private void Add(int venue, int kind, int need, double fit, double minutes)
    {
        var value = _problem.Needs[need].Weight * fit - _problem.Weights.MinuteOfTravel * minutes;
        if (value <= 0) return;
        if (!_coming.TryGetValue(Key(venue, kind), out var list)) _coming[Key(venue, kind)] = list = [];
        list.Add(new(need, value, fit, minutes));
    }

    private long Key(int venue, int kind) => (long)venue * _problem.Kinds.Count + kind;

    /// <summary>For each kind of need, the kinds of bundle that answer it.</summary>
    private static List<(int Kind, double Fit)>[] Answers(IReadOnlyList<OpportunityKind> kinds)
    {
        var answers = new List<(int, double)>[kinds.Count];
        for (var n = 0; n < kinds.Count; n++)
        {
            answers[n] = [(n, 1)];
            for (var k = 0; k < kinds.Count; k++)
                if (k != n && kinds[k].Serves.TryGetValue(kinds[n].Id, out var fit)) answers[n].Add((k, fit));
        }
        return answers;
    }
}
