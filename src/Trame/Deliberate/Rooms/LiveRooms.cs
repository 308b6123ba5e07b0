using System.Collections.Concurrent;
using Trame.Deliberate.Debates;
using Trame.Foundation.Spaces;

namespace Trame.Deliberate.Rooms;

/// <summary>The rooms that this process has in mind. What they hold is in the database; another process holds the same.</summary>
public sealed class LiveRooms(SpaceDatabases databases, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string, Guid), LiveRoom> _rooms = new();
    private readonly ConcurrentDictionary<(string, string), (Debate Debate, DebateRoom Room, DateTimeOffset Until)> _open = new();

    public LiveRoom Of(Space space, Guid roomId) => _rooms.GetOrAdd((space.Slug, roomId), _ => new LiveRoom(space, roomId, databases, clock));

    /// <summary>The debate and its open room, found a moment ago: three hundred people who move each second do not have them read each time. What happens in the room says by itself that it closed.</summary>
    public (Debate Debate, DebateRoom Room)? Known(Space space, string slug) => _open.TryGetValue((space.Slug, slug), out var known) && clock.GetUtcNow() < known.Until ? (known.Debate, known.Room) : null;

    public void Remember(Space space, Debate debate, DebateRoom room)
    {
        if (room.ClosedAt is null) _open[(space.Slug, debate.Slug)] = (debate, room, clock.GetUtcNow() + Remembered);
    }

    public void Forget(Space space, Debate debate) => _open.TryRemove((space.Slug, debate.Slug), out _);
}
