using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Deliberate.Rooms;

/// <summary>One voice in a room: a number, and what recognises a device or a card while the room is open. When it closes, nothing leads from one to the other any more.</summary>
public sealed class RoomSeat
{
    private RoomSeat() { }

    public RoomSeat(Guid roomId, int number, string keyHash, Channel channel, Instant at) => (RoomId, Number, KeyHash, Channel, At) = (roomId, number, keyHash, channel, at);

    public Guid RoomId { get; private set; }
    public int Number { get; private set; }
    public string KeyHash { get; private set; } = "";
    public Channel Channel { get; private set; }
    public Instant At { get; private set; }
}
