using Trame.Engines.Files;

namespace Trame.Engines.Opportunities;

/// <summary>From JSON to a problem; every reference is found or refused.</summary>
internal sealed class OpportunityParsing(SpottedJson root)
{
    public static readonly string[] Modes = ["walk", "bike", "transit", "car"];

    private const int Many = 1_000_000_000;

    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal), _needs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GeoSpot> _areas = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<int> _owned = [];

    public OpportunityProblem Problem()
    {
        var (weights, travel) = (Weights(root.Optional("weights")), Travel(root.Optional("travel")));
        var kinds = Kinds(root.Required("kinds"));
        foreach (var area in root.Optional("areas")?.List() ?? [])
        {
            var id = Id(area, _areas.ContainsKey);
            _areas[id] = Spot(area);
            area.Done();
        }
        var needs = root.Required("needs").List().Select(Need).ToList();
        var (ids, momentIds) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var resources = root.Required("resources").List().Select(r => Resource(r, ids)).ToList();
        var places = root.Required("places").List().Select(p => Place(p, momentIds)).ToList();
        var moments = (root.Optional("moments")?.List() ?? []).Select(m => Moment(m, momentIds)).ToList();
        root.Done();
        return new(kinds, needs, resources, places, moments, travel, weights);
    }

    private static OpportunityWeights Weights(SpottedJson? said)
    {
        var usual = new OpportunityWeights();
        if (said is null) return usual;
        var weights = new OpportunityWeights(Or("mixing", usual.Mixing), Or("minute", usual.MinuteOfTravel), Or("effort", usual.Effort), Or("reciprocity", usual.Reciprocity), Or("fairness", usual.Fairness));
        said.Done();
        return weights;

        double Or(string field, double value) => said.Optional(field)?.Within(0, 1000) ?? value;
    }

    private static TravelTime Travel(SpottedJson? said)
    {
        if (said is null) return new();
        var matrix = said.Optional("matrix")?.List().Select(l => l.List() is [var from, var to, var minutes] ? (Key: (from.Word(), to.Word()), Value: minutes.Within(0, 10000)) : throw new FaultyFile(OpportunityFault.WrongType, l.Offset, "[\"A\", \"B\", 12]"));
        var detour = said.Optional("detour")?.Within(1, 10) ?? 1.3;
        var found = matrix?.GroupBy(m => m.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        said.Done();
        return new(detour, found);
    }

    private List<OpportunityKind> Kinds(SpottedJson said)
    {
        var kinds = new List<OpportunityKind>();
        foreach (var kind in said.List()) _kinds.Add(Id(kind, _kinds.ContainsKey), _kinds.Count);
        foreach (var kind in said.List())
        {
            var least = kind.Optional("least")?.Whole(1, 1000) ?? 1;
            var serves = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var (name, fit) in kind.Optional("serves")?.Fields ?? [])
                serves[name] = _kinds.ContainsKey(name) ? fit.Within(1e-6, 1) : throw new FaultyFile(OpportunityFault.UnknownWord, fit.Offset, name);
            kinds.Add(new(kind.Required("id").Word(), kind.Optional("hours")?.Whole(1, 12) ?? 2, least, kind.Required("most").Whole(least, 1000), kind.Optional("equipment")?.Word(), kind.Optional("reserved")?.Truth() ?? false, serves));
            kind.Done();
        }
        return kinds;
    }

    private Need Need(SpottedJson said)
    {
        var id = Id(said, _needs.ContainsKey);
        _needs.Add(id, _needs.Count);
        var area = said.Required("area").Word();
        var spot = said.Optional("lat") is not null || said.Optional("lon") is not null ? Spot(said)
            : _areas.TryGetValue(area, out var centre) ? centre : throw new FaultyFile(OpportunityFault.UnknownWord, said.Required("area").Offset, area);
        var need = new Need(id, Known(said.Required("kind")), area, spot, said.Optional("reach")?.Within(1, 500_000) ?? 2000, Mode(said), Slots(said), said.Optional("weight")?.Within(1e-6, 1000) ?? 1,
            said.Optional("sessions")?.Whole(1, 3) ?? 1, Words(said.Optional("groups")));
        foreach (var group in need.Groups)
            if (_groups.Add(group) && _groups.Count > GroupLabels.Most) throw new FaultyFile(OpportunityFault.TooManyGroups, said.Required("groups").Offset, group);
        said.Done();
        return need;
    }

    private IdleResource Resource(SpottedJson said, HashSet<string> ids)
    {
        var id = Id(said, ids.Contains);
        ids.Add(id);
        var own = said.Optional("need") is { } need ? _needs.TryGetValue(need.Word(), out var n) ? n : throw new FaultyFile(OpportunityFault.UnknownWord, need.Offset, need.Text) : -1;
        if (own >= 0 && !_owned.Add(own)) throw new FaultyFile(OpportunityFault.RepeatedId, said.Required("need").Offset, said.Required("need").Text);
        var resource = new IdleResource(id, [.. (said.Optional("kinds")?.List() ?? []).Select(Known).Distinct()], Words(said.Optional("equipment")), said.Optional("area")?.Word(), Spot(said),
            said.Optional("radius")?.Within(1, 500_000) ?? 5000, Mode(said), Slots(said), said.Optional("most")?.Whole(0, 100) ?? 1, own);
        said.Done();
        return resource;
    }

    private static MeetingPlace Place(SpottedJson said, HashSet<string> ids)
    {
        var id = Id(said, ids.Contains);
        ids.Add(id);
        var place = new MeetingPlace(id, said.Optional("area")?.Word(), Spot(said), said.Required("seats").Whole(0, Many), Slots(said), Words(said.Optional("equipment")));
        said.Done();
        return place;
    }

    private HeldMoment Moment(SpottedJson said, HashSet<string> ids)
    {
        var id = Id(said, ids.Contains);
        ids.Add(id);
        var slot = said.Required("slot");
        if (!SlotWords.TryRead(slot.Word(), out var start, out var hours)) throw new FaultyFile(OpportunityFault.BadSlot, slot.Offset, slot.Text);
        var moment = new HeldMoment(id, Known(said.Required("kind")), said.Optional("area")?.Word(), Spot(said), start, hours, said.Required("seats").Whole(0, Many));
        said.Done();
        return moment;
    }

    private static string Id(SpottedJson said, Func<string, bool> known)
    {
        var id = said.Required("id");
        return known(id.Word()) ? throw new FaultyFile(OpportunityFault.RepeatedId, id.Offset, id.Text) : id.Text;
    }

    private int Known(SpottedJson kind) => _kinds.TryGetValue(kind.Word(), out var k) ? k : throw new FaultyFile(OpportunityFault.UnknownWord, kind.Offset, kind.Text);

    private static GeoSpot Spot(SpottedJson said) => new(said.Required("lat").Within(-90, 90), said.Required("lon").Within(-180, 180));

    private static TravelMode Mode(SpottedJson said) => said.Optional("mode") is not { } mode ? TravelMode.Walk
        : Array.IndexOf(Modes, mode.Word()) is >= 0 and var known ? (TravelMode)known : throw new FaultyFile(OpportunityFault.UnknownWord, mode.Offset, $"{mode.Text} ({string.Join(", ", Modes)})");

    private static List<string> Words(SpottedJson? said) => said is null ? [] : [.. said.List().Select(w => w.Word()).Distinct(StringComparer.Ordinal)];

    private static WeekHours Slots(SpottedJson said)
    {
        var slots = said.Required("slots");
        if (slots.List().Count == 0) throw new FaultyFile(OpportunityFault.EmptySlots, slots.Offset, "slots");
        var hours = default(WeekHours);
        foreach (var slot in slots.Items)
            hours = SlotWords.TryRead(slot.Word(), out var start, out var length) ? hours.With(WeekHours.Of(start, length)) : throw new FaultyFile(OpportunityFault.BadSlot, slot.Offset, slot.Text);
        return hours;
    }
}
