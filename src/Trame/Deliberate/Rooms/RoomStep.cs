namespace Trame.Deliberate.Rooms;

/// <summary>An event that is decided and not yet written.</summary>
public sealed record RoomStep(RoomEventKind Kind, int? Seat, RoomSay Say);
