namespace Trame.Deliberate.Rooms;

/// <summary>How people stand: in five zones, or anywhere along a line.</summary>
public enum RoomAxis
{
    Zones,
    Line,
}
