using Trame.Deliberate.Debates;

namespace Trame.Deliberate.Rooms;

/// <summary>What the partials of a room are given.</summary>
/// <param name="Path">The page of the debate, with the path of the space.</param>
/// <param name="IsWall">Read from fifteen metres: few words, large.</param>
public sealed record RoomScreen(Debate Debate, DebateRoom Room, RoomView View, string Path, bool IsWall)
{
    private const int Rows = 14; // as many as the picture is high

    /// <summary>Dots side by side in a column: a crowd in a zone, a file on a line.</summary>
    public int Across => Room.Axis == RoomAxis.Zones ? 9 : 2;

    /// <summary>How many people one dot stands for.</summary>
    public int PerDot => Math.Max(1, (Columns.Max() + (Rows * Across) - 1) / (Rows * Across));

    /// <summary>Columns of the picture: five zones, or 21 steps of the line.</summary>
    public IReadOnlyList<int> Columns => Room.Axis == RoomAxis.Zones ? [.. View.Zones.Take(RoomView.ZoneCount)] : View.Bins;
}
