namespace Trame.Engines.Opportunities;

/// <summary>The bundles worth looking at. Each need and each resource look at the nearest places only, each resource keeps its best sessions: the number grows with needs + resources.</summary>
internal sealed class CandidateSet
{
    private readonly OpportunityOptions _options;
    private readonly Dictionary<long, (double Potential, int Session)> _sessions = [];

    public CandidateSet(OpportunityProblem problem, OpportunityOptions options, CancellationToken stop)
    {
        (Problem, _options) = (problem, options);
        Reach = new VenueReach(problem, options);
        Equipment = new EquipmentNear(problem, Reach.Places);
        for (var r = 0; r < problem.Resources.Count; r++)
        {
            if (r % 64 == 0) stop.ThrowIfCancellationRequested();
            if (problem.Resources[r].Kinds.Count > 0) AddBest(r);
        }
        for (var m = 0; m < problem.Moments.Count; m++) AddMoment(m);
        foreach (var bundle in options.Previous ?? []) Keep(bundle);
    }

    public OpportunityProblem Problem { get; }
    public VenueReach Reach { get; }
    public EquipmentNear Equipment { get; }
    public List<Session> Sessions { get; } = [];
    public List<Candidate> Candidates { get; } = [];

    private readonly HashSet<(int Session, int Giver)> _known = [];

    private void AddBest(int giver)
    {
        var resource = Problem.Resources[giver];
        var found = new List<(double Score, int Place, int Kind, int Start, double Minutes, int Equipment)>();
        foreach (var (place, minutes) in Reach.PlacesOf(resource.Spot, resource.Area, resource.RadiusMetres, resource.Mode))
            foreach (var kind in resource.Kinds)
            {
                if (!Reach.Has(place, kind)) continue;
                foreach (var start in resource.Hours.And(Problem.Places[place].Hours).Starts(Problem.Kinds[kind].Hours))
                {
                    var potential = Potential(place, kind, start);
                    if (potential <= 0 || !Equipment.Find(place, kind, WeekHours.Of(start, Problem.Kinds[kind].Hours), out var lent, out var carried)) continue;
                    var (ways, with) = lent == giver ? (minutes, -1) : (minutes + carried, lent); // who leads brings their own: one person, one way
                    var score = (potential - Problem.Weights.MinuteOfTravel * ways) * (0.75 + 0.25 * Spread(giver, place, start)); // not all givers crowd at the same best door
                    found.Add((score, place, kind, start, ways, with));
                }
            }
        found.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : (a.Place, a.Kind, a.Start).CompareTo((b.Place, b.Kind, b.Start)));
        var kept = new Dictionary<(int, int), int>();
        var many = 0;
        foreach (var (_, place, kind, start, minutes, lent) in found)
        {
            if (many == _options.PerResource) break;
            if (kept.GetValueOrDefault((place, kind)) >= Math.Max(1, _options.PerResource / 3)) continue;
            kept[(place, kind)] = kept.GetValueOrDefault((place, kind)) + 1;
            many++;
            Add(place, kind, start, giver, lent, minutes);
        }
    }

    private void AddMoment(int m)
    {
        var moment = Problem.Moments[m];
        var venue = Problem.Places.Count + m;
        var hours = WeekHours.Of(moment.Start, moment.Hours);
        var entries = Reach.Coming(venue, moment.Kind, hours, _options.ReceiversPerSession);
        if (entries.Length == 0 || moment.FreeSeats == 0) return;
        Sessions.Add(new(venue, moment.Kind, moment.Start, hours, moment.FreeSeats, 1, entries));
        Candidates.Add(new(Sessions.Count - 1, -1, -1, 0, 0));
    }

    /// <summary>A bundle of yesterday stays a candidate as long as everything it needs is still there.</summary>
    private void Keep(OpportunityBundle b)
    {
        if (b.Place < 0 || b.Place >= Problem.Places.Count || b.Giver < 0 || b.Giver >= Problem.Resources.Count || b.Kind >= Problem.Kinds.Count || !Problem.Resources[b.Giver].Kinds.Contains(b.Kind) || !Reach.Has(b.Place, b.Kind)) return;
        var (resource, hours) = (Problem.Resources[b.Giver], WeekHours.Of(b.Start, Problem.Kinds[b.Kind].Hours));
        if (!resource.Hours.And(Problem.Places[b.Place].Hours).Holds(hours) || !Equipment.Find(b.Place, b.Kind, hours, out var lent, out var carried)) return;
        foreach (var (place, minutes) in Reach.PlacesOf(resource.Spot, resource.Area, resource.RadiusMetres, resource.Mode))
            if (place == b.Place && Potential(place, b.Kind, b.Start) > 0) Add(place, b.Kind, b.Start, b.Giver, lent == b.Giver ? -1 : lent, lent == b.Giver ? minutes : minutes + carried);
    }

    private void Add(int place, int kind, int start, int giver, int lent, double minutes)
    {
        var key = Key(place, kind, start);
        var (potential, session) = _sessions[key];
        if (session < 0)
        {
            var k = Problem.Kinds[kind];
            var hours = WeekHours.Of(start, k.Hours);
            Sessions.Add(new(place, kind, start, hours, Math.Min(k.Most, Problem.Places[place].Seats), k.Least, Reach.Coming(place, kind, hours, _options.ReceiversPerSession)));
            _sessions[key] = (potential, session = Sessions.Count - 1);
        }
        if (_known.Add((session, giver))) Candidates.Add(new(session, giver, lent, minutes, Problem.Weights.MinuteOfTravel * minutes + Problem.Weights.Effort));
    }

    private double Potential(int place, int kind, int start)
    {
        if (_sessions.TryGetValue(Key(place, kind, start), out var known)) return known.Potential;
        var k = Problem.Kinds[kind];
        var potential = Reach.Potential(place, kind, WeekHours.Of(start, k.Hours), k.Least, Math.Min(k.Most, Problem.Places[place].Seats));
        _sessions[Key(place, kind, start)] = (potential, -1);
        return potential;
    }

    private long Key(int place, int kind, int start) => ((long)place * Problem.Kinds.Count + kind) * WeekHours.Count + start;

    private static double Spread(int a, int b, int c)
    {
        unchecked
        {
            var h = (ulong)a * 0x9E3779B97F4A7C15UL ^ (ulong)b * 0xC2B2AE3D27D4EB4FUL ^ (ulong)c * 0x165667B19E3779F9UL;
            h = (h ^ (h >> 31)) * 0xBF58476D1CE4E5B9UL;
            return ((h ^ (h >> 29)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
