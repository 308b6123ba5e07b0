using Trame.Deliberate.Debates;

namespace Trame.Deliberate.Rooms;

/// <summary>What the partials of a room are given.</summary>
/// <param name="Path">The page of the debate, with the path of the space.</param>
/// <param name="IsWall">Read from fifteen metres: few words, large.</param>
public sealed record RoomScreen(Debate Debate, DebateRoom Room, RoomView View, string Path, bool IsWall)
{
    private const int MostDots = 14; // as many as a column holds

    /// <summary>How many people one dot stands for.</summary>
    public int PerDot => Math.Max(1, (Columns.Max() + MostDots - 1) / MostDots);

    /// <summary>Columns of the picture: five zones, or 21 steps of the line.</summary>
    public IReadOnlyList<int> Columns => Room.Axis == RoomAxis.Zones ? [.. View.Zones.Take(RoomView.ZoneCount)] : View.Bins;
}
