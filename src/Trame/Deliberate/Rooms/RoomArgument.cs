namespace Trame.Deliberate.Rooms;

/// <summary>An argument that was heard, and how many moves it caused.</summary>
/// <param name="Side">-1 against, 0 between, 1 for.</param>
/// <param name="Swapped">It was said for the other side, in a round where sides are swapped.</param>
public sealed record RoomArgument(long Number, int Statement, int Side, string Text, bool Swapped, int Moved, bool Kept);
