using NodaTime;
using Trame.Engines.Speaking;

namespace Trame.Deliberate.Rooms;

/// <summary>
/// A room, made again from its events: whoever reads the same events sees the same room. Where each seat stands is known here and shown to nobody but that seat.
/// Not safe for several at once: its <see cref="LiveRoom"/> lets one in.
/// </summary>
public sealed class RoomState
{
    private sealed class Place
    {
        public int? First;
        public int? Now;
        public int Moves;
    }

    private readonly Dictionary<string, int> _seats = [];
    private readonly Dictionary<int, Place> _places = []; // of this statement
    private readonly Dictionary<int, int> _spoken = []; // in the whole evening
    private readonly Dictionary<int, long> _asking = [];
    private readonly Dictionary<int, int> _hallSides = [];
    private readonly Dictionary<long, RoomArgument> _arguments = [];
    private readonly Dictionary<int, (Instant Since, int Count)> _pace = [];
    private readonly List<RoomSay> _notes = [];
    private readonly List<RoomResult> _results = [];
    private int[] _hall = new int[RoomView.ZoneCount + 1];
    private int _lastSide, _moves;
    private string _pauseText = "", _stopReason = "";

    public long Last { get; private set; }
    public long Shape { get; private set; }
    public int Statement { get; private set; }
    public int Version { get; private set; }
    public string Text { get; private set; } = "";
    public int Turn { get; private set; }
    public int LastSeat { get; private set; }
    public RoomFloor? Speaking { get; private set; }
    public bool Swapped { get; private set; }
    public bool Paused { get; private set; }
    public bool Closed { get; private set; }

    /// <summary>Arrivals of the minute, so that a flood is seen.</summary>
    public (Instant Since, int Count, bool Told) Arrivals { get; set; }

    public int? SeatOf(string key) => _seats.TryGetValue(key, out var seat) ? seat : null;

    public void Sit(string key, int seat)
    {
        if (key.Length > 0) _seats[key] = seat;
        LastSeat = Math.Max(LastSeat, seat);
    }

    public bool IsPlaced(int seat) => _places.ContainsKey(seat);

    public int? PositionOf(int seat) => _places.GetValueOrDefault(seat)?.Now;

    public bool Heard(long argument) => _arguments.TryGetValue(argument, out var known) && known.Statement == Statement;

    public bool Knows(long argument) => _arguments.ContainsKey(argument);

    public bool IsAsking(int seat) => _asking.ContainsKey(seat);

    public int SideOf(int seat) => _places.TryGetValue(seat, out var place) ? Math.Sign(place.Now ?? 0) : _hallSides.GetValueOrDefault(seat);

    /// <summary>More moves in a minute than a person makes?</summary>
    public bool IsTooFast(int seat, Instant now, int most)
    {
        var (since, count) = _pace.GetValueOrDefault(seat);
        if (now - since > Duration.FromMinutes(1) || now < since) (since, count) = (now, 0);
        _pace[seat] = (since, count + 1);
        return count >= most;
    }

    public SpeakingRequest? Next() => SpeakingOrder.Next(Requests(), _lastSide);

    public void Apply(RoomEvent happened)
    {
        var (say, seat) = (happened.Say, happened.Seat ?? 0);
        Last = happened.Number;
        if (happened.Kind != RoomEventKind.Moved) Shape = happened.Number;
        switch (happened.Kind)
        {
            case RoomEventKind.Stated: State(say.Text ?? ""); break;
            case RoomEventKind.Reworded: (Text, Version) = (say.Text ?? "", Version + 1); break;
            case RoomEventKind.Moved: Move(seat, say); break;
            case RoomEventKind.Argued: _arguments[happened.Number] = new(happened.Number, Statement, say.Side ?? 0, say.Text ?? "", say.Swapped == true, 0, false); break;
            case RoomEventKind.Counted: _hall = [.. (say.Counts ?? []).Concat(Enumerable.Repeat(0, RoomView.ZoneCount + 1)).Take(RoomView.ZoneCount + 1)]; break;
            case RoomEventKind.Asked:
                _asking.TryAdd(seat, happened.Number);
                if (say.Side is { } side) _hallSides[seat] = side;
                break;
            case RoomEventKind.Withdrew: _asking.Remove(seat); break;
            case RoomEventKind.Given: Give(seat, say.Side ?? 0); break;
            case RoomEventKind.Finished: Speaking = null; break;
            case RoomEventKind.Swapped: Swapped = true; break;
            case RoomEventKind.Unswapped: Swapped = false; break;
            case RoomEventKind.Paused: (Paused, _pauseText) = (true, say.Text ?? ""); break;
            case RoomEventKind.Resumed: Paused = false; break;
            case RoomEventKind.Noted or RoomEventKind.Crowded: _notes.Add(say); break;
            case RoomEventKind.Closed: End(say); break;
        }
    }

    public RoomView View()
    {
        var (bins, zones) = (new int[RoomView.BinCount], (int[])_hall.Clone());
        for (var zone = 0; zone < RoomView.ZoneCount; zone++) bins[RoomView.BinOf(RoomView.PositionOf(zone))] += _hall[zone];
        foreach (var place in _places.Values)
        {
            zones[place.Now is { } at ? RoomView.ZoneOf(at) : RoomView.ZoneCount]++;
            if (place.Now is { } position) bins[RoomView.BinOf(position)]++;
        }

        var queue = SpeakingOrder.Order(Requests(), _lastSide).Select(r => new RoomFloor(r.Speaker, r.Side));
        return new(Last, Shape, Statement, Version, Text, bins, zones, _places.Count + _hall.Sum(), _hall.Sum(), _places.Values.Count(p => p.Moves > 0), [.. _arguments.Values.OrderBy(a => a.Number)],
            Speaking, [.. queue], Turn, Swapped, Paused, _pauseText, Closed, _stopReason, [.. _notes], [.. _results]);
    }

    private IEnumerable<SpeakingRequest> Requests() => _asking.Select(a => new SpeakingRequest(a.Key, SideOf(a.Key), _spoken.GetValueOrDefault(a.Key), a.Value));

    private void State(string text)
    {
        Conclude();
        (Statement, Version, Text, _moves) = (Statement + 1, 1, text, 0);
        _places.Clear();
        _hall = new int[RoomView.ZoneCount + 1];
    }

    private void Move(int seat, RoomSay say)
    {
        if (!_places.TryGetValue(seat, out var place))
        {
            _places[seat] = new Place { First = say.Position, Now = say.Position };
            return;
        }

        place.Now = say.Position;
        place.Moves++;
        _moves++;
        if (say.Cause is { } cause && _arguments.TryGetValue(cause, out var argument)) _arguments[cause] = argument with { Moved = argument.Moved + 1 };
    }

    private void Give(int seat, int side)
    {
        (Speaking, Turn, _lastSide) = (new(seat, side), Turn + 1, side);
        _asking.Remove(seat);
        _spoken[seat] = _spoken.GetValueOrDefault(seat) + 1;
    }

    private void End(RoomSay say)
    {
        Conclude();
        foreach (var kept in say.Kept ?? []) if (_arguments.TryGetValue(kept, out var argument)) _arguments[kept] = argument with { Kept = true };
        (Closed, _stopReason, Speaking) = (true, say.What ?? "", null);
        _asking.Clear();
        _seats.Clear();
    }

    private void Conclude()
    {
        if (Statement == 0) return;
        var (first, last) = (new int[RoomView.ZoneCount + 1], (int[])_hall.Clone());
        foreach (var place in _places.Values)
        {
            first[place.First is { } from ? RoomView.ZoneOf(from) : RoomView.ZoneCount]++;
            last[place.Now is { } to ? RoomView.ZoneOf(to) : RoomView.ZoneCount]++;
        }

        _results.Add(new(Statement, Text, first, last, _places.Count + _hall.Sum(), _hall.Sum(), _places.Values.Count(p => p.Moves > 0), _moves));
    }
}
