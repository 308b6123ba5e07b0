namespace Trame.Deliberate.Rooms;

/// <summary>What can happen in a room.</summary>
public enum RoomEventKind
{
    Stated,
    Reworded,
    Moved,
    Argued,
    Counted,
    Asked,
    Withdrew,
    Given,
    Finished,
    Swapped,
    Unswapped,
    Paused,
    Resumed,
    Noted,
    Crowded,
    Closed,
}
