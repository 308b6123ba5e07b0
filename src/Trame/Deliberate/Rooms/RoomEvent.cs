using NodaTime;

namespace Trame.Deliberate.Rooms;

/// <summary>Something that happened in a room. Append-only: what was acknowledged is here. A seat is a number, never a person.</summary>
public sealed class RoomEvent
{
    private RoomEvent() { }

    public RoomEvent(Guid roomId, long number, RoomEventKind kind, int? seat, RoomSay say, Instant at) => (RoomId, Number, Kind, Seat, Say, At) = (roomId, number, kind, seat, say, at);

    public Guid RoomId { get; private set; }
    public long Number { get; private set; }
    public RoomEventKind Kind { get; private set; }
    public int? Seat { get; private set; }
    public RoomSay Say { get; private set; } = RoomSay.Nothing;
    public Instant At { get; private set; }
}
