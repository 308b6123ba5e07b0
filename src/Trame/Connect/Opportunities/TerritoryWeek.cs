using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Act.Moments;
using Trame.Connect.Needs;
using Trame.Connect.Resources;
using Trame.Connect.SharedPlaces;
using Trame.Engines.Opportunities;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Registers.Occasions;
using Trame.Registers.Territories;
using EngineNeed = Trame.Engines.Opportunities.Need;
using Need = Trame.Connect.Needs.Need;

namespace Trame.Connect.Opportunities;

/// <summary>An ordinary week of a territory as the engine reads it: needs that wait, what is idle, places when nothing is held there, moments with free seats; and the way back from each index to its row.</summary>
internal sealed class TerritoryWeek(TrameDb db, OpportunityDials dials)
{
    private const int UsualSeats = 12;
    private const int MostMoments = 5_000;
    private const double SamePlaceMetres = 60;

    private static readonly Dictionary<string, string[]> PlaceHas = new()
    {
        ["third-place"] = ["tools", "computers"], ["library"] = ["computers"], ["social-centre"] = ["kitchen", "computers"], ["community-room"] = [], ["shared-kitchen"] = ["kitchen"], ["garden"] = ["garden"],
        ["workshop"] = ["tools", "workshop"], ["cafe"] = [], ["resource-centre"] = ["tools"], ["france-services"] = ["computers"], ["museum"] = [], ["sports-ground"] = [], ["park"] = [], ["other"] = [],
    };

    private static readonly Dictionary<string, string> KindOfMoment = new() { ["meal"] = "meal", ["walk"] = "walk", ["game"] = "games", ["repair-cafe"] = "repair", ["meeting"] = "company", ["workshop"] = "learning", ["reading"] = "learning" };

    private readonly Dictionary<Guid, (double? Latitude, double? Longitude)> _communes = [];
    private readonly Dictionary<string, int> _kindAt = [];

    public List<HelpKind> Kinds { get; } = [];

    public List<(Guid? NeedId, Guid? ResourceId, Guid TerritoryId, string Age)> NeedOf { get; } = [];

    public List<(Guid? NeedId, Guid? ResourceId, Guid TerritoryId)> ResourceOf { get; } = [];

    public List<(Guid? PlaceId, Guid? PremisesId, Guid TerritoryId)> PlaceOf { get; } = [];

    public List<(Guid MomentId, Guid TerritoryId)> MomentOf { get; } = [];

    private readonly List<EngineNeed> _needs = [];
    private readonly List<IdleResource> _resources = [];
    private readonly List<MeetingPlace> _places = [];
    private readonly List<HeldMoment> _moments = [];

    public async Task<OpportunityProblem> Read(CancellationToken stop)
    {
        foreach (var c in await db.Set<Territory>().AsNoTracking().IgnoreAutoIncludes().Where(t => t.Kind == TerritoryKind.Commune).Select(t => new { t.Id, t.Latitude, t.Longitude }).ToListAsync(stop)) _communes[c.Id] = (c.Latitude, c.Longitude);
        foreach (var kind in (await HelpKinds.Of(db, stop)).Where(k => k is { Together: true, IsRetired: false } && (dials.Kinds is null or { Count: 0 } || dials.Kinds.Contains(k.Key))))
        {
            _kindAt[kind.Key] = Kinds.Count;
            Kinds.Add(kind);
        }

        var taken = await Taken(stop);
        await ReadNeeds(taken.Entries, stop);
        await ReadResources(taken.Entries, stop);
        await ReadPlaces(taken.Hours, stop);
        return new([.. Kinds.Select(Engine)], _needs, _resources, _places, _moments, new TravelTime(), dials.Weights);
    }

    private OpportunityKind Engine(HelpKind k) => new(k.Key, k.Hours, Math.Min(k.Least, dials.People), Math.Max(Math.Min(k.Least, dials.People), Math.Min(k.Most, dials.People)), k.Equipment, k.Reserved,
        k.Serves.Where(s => _kindAt.ContainsKey(s.Key)).ToDictionary(s => s.Key, s => s.Value));

    // What humans have taken up is theirs: whoever is in it is not asked for something else, and its hours are no longer idle.
    private async Task<(HashSet<Guid> Entries, ILookup<Guid, WeekHours> Hours)> Taken(CancellationToken stop)
    {
        OpportunityStage[] active = [OpportunityStage.Proposed, OpportunityStage.Accepted, OpportunityStage.Trial, OpportunityStage.Held, OpportunityStage.Kept, OpportunityStage.Changed];
        var carried = await db.Set<Opportunity>().AsNoTracking().Where(o => active.Contains(o.Stage)).Select(o => new { o.Id, o.PlaceId, o.PremisesId, o.Start, o.Hours }).ToListAsync(stop);
        var ids = carried.Select(o => o.Id).ToList();
        var parts = await db.Set<OpportunityPart>().AsNoTracking().Where(p => ids.Contains(p.OpportunityId) && p.Answer != PartAnswer.No).Select(p => new { p.NeedId, p.ResourceId }).ToListAsync(stop);
        return ([.. parts.Select(p => p.NeedId ?? p.ResourceId).OfType<Guid>()], carried.Where(o => (o.PlaceId ?? o.PremisesId) is not null).ToLookup(o => (o.PlaceId ?? o.PremisesId)!.Value, o => WeekHours.Of(o.Start, o.Hours))); // filtered just before
    }

    private async Task ReadNeeds(HashSet<Guid> taken, CancellationToken stop)
    {
        var rows = await db.Set<Need>().AsNoTracking().Where(n => n.Status == EntryStatus.Open).OrderBy(n => n.Id)
            .Select(n => new { n.Id, n.Kind, n.TerritoryId, n.Latitude, n.Longitude, n.Slots, n.About, n.SaidAt, n.CrisisId, n.Brings, n.Age }).ToListAsync(stop);
        foreach (var n in rows)
        {
            if (taken.Contains(n.Id) || !_kindAt.TryGetValue(n.Kind, out var kind) || Spot(n.Latitude, n.Longitude, n.TerritoryId) is not { } spot || n.About == GettingAbout.Home || Week(n.Slots) is not { IsEmpty: false } week) continue;
            var (metres, mode) = Way(n.About);
            // How long it has waited and whether there is a crisis: of the request, never of the person.
            var weight = 1 + (dials.Waiting * Math.Clamp((db.Now - n.SaidAt).TotalDays / 90, 0, 1)) + (n.CrisisId is null ? 0 : 1);
            _needs.Add(new EngineNeed(n.Id.ToString("N"), kind, n.TerritoryId.ToString("N"), spot, metres, mode, week, weight, 1, n.Age.Length > 0 ? [$"age:{n.Age}"] : []));
            NeedOf.Add((n.Id, null, n.TerritoryId, n.Age));
            if (!_kindAt.TryGetValue(n.Brings, out var brings)) continue;
            _resources.Add(new IdleResource($"b{n.Id:N}", [brings], [], n.TerritoryId.ToString("N"), spot, metres, mode, week, 1, _needs.Count - 1));
            ResourceOf.Add((n.Id, null, n.TerritoryId));
        }
    }

    private async Task ReadResources(HashSet<Guid> taken, CancellationToken stop)
    {
        var rows = await db.Set<Resource>().AsNoTracking().Where(r => r.Status == EntryStatus.Open).OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.Nature, r.Kinds, r.Equipment, r.TerritoryId, r.Latitude, r.Longitude, r.Slots, r.About, r.Seats, r.PerWeek, r.Wish }).ToListAsync(stop);
        foreach (var r in rows)
        {
            if (taken.Contains(r.Id) || Spot(r.Latitude, r.Longitude, r.TerritoryId) is not { } spot || Week(r.Slots) is not { IsEmpty: false } week) continue;
            var (metres, mode) = Way(r.About);
            List<string> lends = r.Equipment.Length > 0 ? [r.Equipment] : [];
            if (r.Nature is ResourceNature.Premises or ResourceNature.Garden)
            {
                if (r.Nature == ResourceNature.Garden) lends = [.. lends, "garden"];
                _places.Add(new MeetingPlace($"r{r.Id:N}", r.TerritoryId.ToString("N"), spot, r.Seats ?? UsualSeats, week, lends));
                PlaceOf.Add((null, r.Id, r.TerritoryId));
                continue;
            }

            List<int> leads = [.. r.Kinds.Where(_kindAt.ContainsKey).Select(k => _kindAt[k])];
            if (leads.Count + lends.Count == 0) continue;
            var wished = -1;
            if (_kindAt.TryGetValue(r.Wish, out var wish) && r.About != GettingAbout.Home)
            {
                wished = _needs.Count; // what they would like in return is a need like any other
                _needs.Add(new EngineNeed($"w{r.Id:N}", wish, r.TerritoryId.ToString("N"), spot, metres, mode, week, 1, 1, []));
                NeedOf.Add((null, r.Id, r.TerritoryId, ""));
            }

            _resources.Add(new IdleResource($"r{r.Id:N}", leads, lends, r.TerritoryId.ToString("N"), spot, metres, mode, week, r.PerWeek, wished));
            ResourceOf.Add((null, r.Id, r.TerritoryId));
        }
    }

    // Opening hours, less what is held or booked there already.
    private async Task ReadPlaces(ILookup<Guid, WeekHours> carried, CancellationToken stop)
    {
        var calendar = SpaceCalendar.Of(db);
        var held = await Weekly(calendar, stop);
        var busy = await FindBusyHours.Of(db, calendar, stop);
        string[] types = [.. PlaceHas.Keys];
        var rows = await db.Set<Occasion>().AsNoTracking().Where(o => o.Kind == OccasionKind.Place && o.Status == OccasionStatus.Open && o.MergedIntoId == null && !o.Itinerant && o.Latitude != null && o.Longitude != null && o.WeekMask != "" && types.Contains(o.Type))
            .OrderBy(o => o.Id).Select(o => new { o.Id, o.Type, o.TerritoryId, o.Latitude, o.Longitude, o.WeekMask, o.Capacity }).ToListAsync(stop);
        var near = held.ToLookup(m => Cell(m.Spot));
        foreach (var p in rows)
        {
            var spot = new GeoSpot(p.Latitude!.Value, p.Longitude!.Value); // the query takes no other
            var idle = Mask(p.WeekMask);
            foreach (var moment in Around(Cell(spot)).SelectMany(c => near[c]).Where(m => m.PlaceId == p.Id || m.Spot.MetresTo(spot) < SamePlaceMetres)) idle = idle.Without(moment.Week);
            foreach (var hours in carried[p.Id]) idle = idle.Without(hours);
            foreach (var hour in busy[p.Id]) idle = idle.Without(WeekHours.Of(hour, 1)); // all that is shared there is booked
            if (idle.IsEmpty) continue;
            _places.Add(new MeetingPlace($"p{p.Id:N}", p.TerritoryId.ToString("N"), spot, p.Capacity ?? UsualSeats, idle, PlaceHas[p.Type]));
            PlaceOf.Add((p.Id, null, p.TerritoryId));
        }

        foreach (var m in held.Where(m => m.Free > 0 && _kindAt.ContainsKey(m.Kind)))
        {
            _moments.Add(new HeldMoment($"m{m.Id:N}", _kindAt[m.Kind], m.TerritoryId.ToString("N"), m.Spot, m.Start, m.Hours, m.Free));
            MomentOf.Add((m.Id, m.TerritoryId));
        }
    }

    private sealed record WeeklyMoment(Guid Id, Guid? PlaceId, Guid TerritoryId, GeoSpot Spot, string Kind, int Start, int Hours, int Free)
    {
        public WeekHours Week => WeekHours.Of(Start, Hours);
    }

    private async Task<List<WeeklyMoment>> Weekly(SpaceCalendar calendar, CancellationToken stop)
    {
        var today = calendar.Today(db.Now);
        var rows = await db.Set<Moment>().AsNoTracking().Where(m => m.Status == OccasionStatus.Open && m.MergedIntoId == null && m.Latitude != null && m.Longitude != null && m.Recurrence.Contains("FREQ=WEEKLY") && m.StartsAt != null)
            .OrderBy(m => m.Id).Take(MostMoments).ToListAsync(stop);
        var ids = rows.Select(m => m.Id).ToList();
        var came = await db.Set<SubjectTally>().AsNoTracking().Where(t => t.Kind == "moment.held" && ids.Contains(t.SubjectId)).ToDictionaryAsync(t => t.SubjectId, stop);
        List<WeeklyMoment> weekly = [];
        foreach (var m in rows.Where(m => !m.Recurrence.Contains("INTERVAL=", StringComparison.Ordinal)))
        {
            var usual = came.TryGetValue(m.Id, out var tally) && tally.Facts > 0 ? (int)Math.Ceiling(tally.People / (double)tally.Facts) : 0;
            var free = m.Capacity is { } seats && m.Openness is not (Openness.Members or Openness.Reserved) ? seats - usual : 0; // unknown seats are not free seats
            foreach (var time in OccasionTimes.Between(m, calendar, today, today.PlusDays(6), 7))
            {
                var hours = Math.Clamp(((m.DurationMinutes ?? 120) + 59) / 60, 1, 24 - time.Start.Hour);
                weekly.Add(new(m.Id, m.PlaceId, m.TerritoryId, new GeoSpot(m.Latitude!.Value, m.Longitude!.Value), KindOfMoment.GetValueOrDefault(m.Type, ""), (((int)time.Start.DayOfWeek - 1) * 24) + time.Start.Hour, hours, free)); // the query takes no other
                free = 0; // its seats are counted once
            }
        }

        return weekly;
    }

    private GeoSpot? Spot(double? latitude, double? longitude, Guid commune) => latitude is { } lat && longitude is { } lon ? new GeoSpot(lat, lon)
        : _communes.GetValueOrDefault(commune) is { Latitude: { } north, Longitude: { } east } ? new GeoSpot(north, east) : null;

    private (double Metres, TravelMode Mode) Way(GettingAbout about)
    {
        var (metres, mode) = about switch
        {
            GettingAbout.Home or GettingAbout.Near => (900.0, TravelMode.Walk),
            GettingAbout.Walk => (2_000.0, TravelMode.Walk),
            GettingAbout.Bike => (5_000.0, TravelMode.Bike),
            GettingAbout.Bus => (9_000.0, TravelMode.Transit),
            _ => (15_000.0, TravelMode.Car),
        };
        return (Math.Min(metres, dials.RadiusMetres), mode);
    }

    private static WeekHours Week(string slots)
    {
        var week = default(WeekHours);
        for (var box = 0; box < WeekSlots.Count; box++)
            if (WeekSlots.Has(slots, box)) week = week.With(WeekHours.Of(((box / 3) * 24) + WeekSlots.Parts[box % 3].From, WeekSlots.Parts[box % 3].Hours));
        return week;
    }

    private static WeekHours Mask(string mask)
    {
        var week = default(WeekHours);
        for (var hour = 0; hour < WeekHours.Count; hour++)
            if (mask[hour] == '1') week = week.With(WeekHours.Of(hour, 1));
        return week;
    }

    private static (int, int) Cell(GeoSpot spot) => ((int)Math.Floor(spot.Latitude * 1000), (int)Math.Floor(spot.Longitude * 1000)); // about a hundred metres

    private static IEnumerable<(int, int)> Around((int X, int Y) cell)
    {
        for (var x = -1; x <= 1; x++)
            for (var y = -1; y <= 1; y++) yield return (cell.X + x, cell.Y + y);
    }
}
