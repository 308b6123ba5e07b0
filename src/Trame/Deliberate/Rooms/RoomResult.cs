namespace Trame.Deliberate.Rooms;

/// <summary>What one statement did: where people stood first, and last; counts only.</summary>
/// <param name="First">The five zones, then doubt, at each one's first place.</param>
/// <param name="Last">The same at the end, the hall's counts included.</param>
public sealed record RoomResult(int Statement, string Text, IReadOnlyList<int> First, IReadOnlyList<int> Last, int People, int Hall, int Moved, int Moves);
