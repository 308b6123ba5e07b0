namespace Trame.Deliberate.Rooms;

/// <summary>Who speaks, or asks to: a seat and its side.</summary>
public sealed record RoomFloor(int Seat, int Side);
