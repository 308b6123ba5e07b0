using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Rooms;

/// <summary>An evening of moving debate. What happens in it are its events; the last number is also what makes writers wait for one another.</summary>
public sealed class DebateRoom
{
    private DebateRoom() { }

    public DebateRoom(Guid debateId, int number, RoomAxis axis, bool doubt, HallMode hall, Instant at) => (DebateId, Number, Axis, Doubt, Hall, OpenedAt) = (debateId, number, axis, doubt, hall, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DebateId { get; private set; }
    public int Number { get; private set; }
    public RoomAxis Axis { get; private set; }

    /// <summary>May one stand in the river of doubt?</summary>
    public bool Doubt { get; private set; }
    public HallMode Hall { get; private set; }
    public long Last { get; private set; }
    public Instant OpenedAt { get; private set; }
    public Instant? ClosedAt { get; private set; }

    public Outcome Close(Instant at)
    {
        if (ClosedAt is not null) return new Refusal("room.closed");
        ClosedAt = at;
        return Outcome.Done;
    }
}
