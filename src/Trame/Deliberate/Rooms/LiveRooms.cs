using System.Collections.Concurrent;
using Trame.Foundation.Spaces;

namespace Trame.Deliberate.Rooms;

/// <summary>The rooms that this process has in mind. What they hold is in the database; another process holds the same.</summary>
public sealed class LiveRooms(SpaceDatabases databases, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string, Guid), LiveRoom> _rooms = new();

    public LiveRoom Of(Space space, Guid roomId) => _rooms.GetOrAdd((space.Slug, roomId), _ => new LiveRoom(space, roomId, databases, clock));
}
