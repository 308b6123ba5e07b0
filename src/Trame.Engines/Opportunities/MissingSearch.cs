namespace Trame.Engines.Opportunities;

/// <summary>Bundles that lack one element, by what they would unlock among the needs not covered; each counts after those before it.</summary>
internal sealed class MissingSearch
{
    private sealed record Found(LackingPiece Lacks, int Kind, int Place, GeoSpot Spot, int Start, int Giver, string? Equipment, List<Entry> Coming, int Seats, int Lacking);

    private readonly PlanState _plan;
    private readonly OpportunityProblem _problem;
    private readonly List<Found> _found = [];

    private MissingSearch(PlanState plan) => (_plan, _problem) = (plan, plan.Set.Problem);

    public static IReadOnlyList<MissingPiece> Of(PlanState plan, int most, CancellationToken stop)
    {
        var search = new MissingSearch(plan);
        search.AtPlaces(stop);
        search.WithoutPlace(stop);
        return search.Rank(most);
    }

    /// <summary>A place that is free, people who would come: nobody leads, no equipment, or one person too few.</summary>
    private void AtPlaces(CancellationToken stop)
    {
        var leaders = Leaders();
        foreach (var (venue, kind) in _plan.Set.Reach.All())
        {
            if (venue >= _problem.Places.Count) continue;
            stop.ThrowIfCancellationRequested();
            var (place, k) = (_problem.Places[venue], _problem.Kinds[kind]);
            var taken = default(WeekHours);
            foreach (var s in _plan.OpenAtVenue(venue)) taken = taken.With(_plan.Set.Sessions[s].Hours);
            var waiting = _plan.Set.Reach.Coming(venue, kind, default, int.MaxValue).Where(e => !_plan.Covered(e.Need)).ToList();
            if (waiting.Count == 0) continue;
            var best = new Dictionary<LackingPiece, Found>();
            foreach (var start in place.Hours.Without(taken).Starts(k.Hours))
            {
                var hours = WeekHours.Of(start, k.Hours);
                var coming = waiting.Where(e => _problem.Needs[e.Need].Hours.Holds(hours)).ToList();
                if (coming.Count == 0) continue;
                var giver = leaders.TryGetValue((venue, kind), out var list) ? list.Find(r => Free(r, hours)) : -1;
                if (list is null || !list.Exists(r => Free(r, hours))) giver = -1;
                var equipped = _plan.Set.Equipment.Find(venue, kind, hours, out var lender, out _) && (lender < 0 || Free(lender, hours));
                LackingPiece? lacks = (giver >= 0, equipped, coming.Count >= k.Least) switch
                {
                    (false, true, true) => LackingPiece.Giver,
                    (true, false, true) => LackingPiece.Equipment,
                    (true, true, false) when k.Least - coming.Count <= 2 => LackingPiece.Receivers,
                    _ => null,
                };
                if (lacks is not { } piece) continue;
                var found = new Found(piece, kind, venue, place.Spot, start, giver, piece == LackingPiece.Equipment ? k.Equipment : null, coming, Math.Min(k.Most, place.Seats), piece == LackingPiece.Receivers ? k.Least - coming.Count : 1);
                if (!best.TryGetValue(piece, out var known) || Unlocks(found, null) > Unlocks(known, null)) best[piece] = found;
            }
            _found.AddRange(best.Values);
        }
    }

    /// <summary>Someone who would lead and people near: no premises are free then within reach.</summary>
    private void WithoutPlace(CancellationToken stop)
    {
        var needs = new SpotGrid([.. _problem.Needs.Select(n => n.Spot)]);
        for (var r = 0; r < _problem.Resources.Count; r++)
        {
            stop.ThrowIfCancellationRequested();
            var resource = _problem.Resources[r];
            if (resource.Kinds.Count == 0 || _plan.Uses(r)) continue;
            var near = needs.Nearest(resource.Spot, resource.RadiusMetres / _problem.Travel.Detour, 60).Where(n => !_plan.Covered(n.Spot)).ToList();
            var places = _plan.Set.Reach.PlacesOf(resource.Spot, resource.Area, resource.RadiusMetres, resource.Mode).Select(p => p.Place).ToList();
            foreach (var kind in resource.Kinds)
            {
                var k = _problem.Kinds[kind];
                if (k.Equipment is not null) continue;
                Found? best = null;
                foreach (var start in resource.Hours.Starts(k.Hours))
                {
                    var hours = WeekHours.Of(start, k.Hours);
                    if (places.Exists(p => _problem.Places[p].Hours.Holds(hours) && !_plan.OpenAtVenue(p).Any(s => _plan.Set.Sessions[s].Hours.Meets(hours)))) continue;
                    var coming = near.Select(n => Entry(n.Spot, kind, resource)).Where(e => e.Value > 0 && _problem.Needs[e.Need].Hours.Holds(hours)).ToList();
                    if (coming.Count < k.Least) continue;
                    var found = new Found(LackingPiece.Place, kind, -1, resource.Spot, start, r, null, coming, k.Most, 1);
                    if (best is null || Unlocks(found, null) > Unlocks(best, null)) best = found;
                }
                if (best is not null) _found.Add(best);
            }
        }
    }

    private Entry Entry(int n, int kind, IdleResource at)
    {
        var need = _problem.Needs[n];
        var fit = need.Kind == kind ? 1 : _problem.Kinds[kind].Serves.GetValueOrDefault(_problem.Kinds[need.Kind].Id);
        var minutes = _problem.Travel.Minutes(need.Spot, need.Area, at.Spot, at.Area, need.Mode);
        return fit > 0 && need.Spot.MetresTo(at.Spot) * _problem.Travel.Detour <= need.ReachMetres ? new(n, need.Weight * fit - _problem.Weights.MinuteOfTravel * minutes, fit, minutes) : default;
    }

    private Dictionary<(int Place, int Kind), List<int>> Leaders()
    {
        var leaders = new Dictionary<(int, int), List<int>>();
        for (var r = 0; r < _problem.Resources.Count; r++)
        {
            var resource = _problem.Resources[r];
            if (resource.Kinds.Count == 0 || _plan.UsesOf(r) >= resource.Most) continue;
            foreach (var (place, _) in _plan.Set.Reach.PlacesOf(resource.Spot, resource.Area, resource.RadiusMetres, resource.Mode))
                foreach (var kind in resource.Kinds)
                {
                    if (!leaders.TryGetValue((place, kind), out var list)) leaders[(place, kind)] = list = [];
                    list.Add(r);
                }
        }
        return leaders;
    }

    private bool Free(int r, WeekHours hours) => _plan.UsesOf(r) < _problem.Resources[r].Most && _problem.Resources[r].Hours.Holds(hours) && !_plan.OpenOf(r).Any(s => _plan.Set.Sessions[s].Hours.Meets(hours));

    private double Unlocks(Found found, HashSet<int>? gone)
    {
        var (sum, many) = (-_problem.Weights.Effort, 0);
        foreach (var e in found.Coming)
        {
            if (many == found.Seats) break;
            if (gone?.Contains(e.Need) == true) continue;
            sum += e.Value;
            many++;
        }
        return many + (found.Lacks == LackingPiece.Receivers ? found.Lacking : 0) >= _problem.Kinds[found.Kind].Least ? sum : double.NegativeInfinity;
    }

    private List<MissingPiece> Rank(int most)
    {
        var queue = new PriorityQueue<Found, (double, int)>();
        for (var i = 0; i < _found.Count; i++) queue.Enqueue(_found[i], (-Unlocks(_found[i], null), i));
        var (gone, ranked) = (new HashSet<int>(), new List<MissingPiece>());
        while (ranked.Count < most && queue.TryDequeue(out var found, out var key))
        {
            var unlocks = Unlocks(found, gone);
            if (unlocks <= 0) continue;
            if (-unlocks > key.Item1 + 1e-12) { queue.Enqueue(found, (-unlocks, key.Item2)); continue; }
            var needs = found.Coming.Where(e => !gone.Contains(e.Need)).Take(found.Seats).Select(e => e.Need).Order().ToList();
            gone.UnionWith(needs);
            ranked.Add(new(found.Lacks, found.Kind, found.Place, found.Spot, found.Start, found.Giver, found.Equipment, needs, found.Lacking, unlocks));
        }
        return ranked;
    }
}
