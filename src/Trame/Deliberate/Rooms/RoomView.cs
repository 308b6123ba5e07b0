namespace Trame.Deliberate.Rooms;

/// <summary>A room at one moment, as every screen sees it: the same number, the same view. Nothing in it leads to a seat, but for who has the floor.</summary>
/// <param name="Number">The last event it holds.</param>
/// <param name="Shape">The last event that changed more than where people stand.</param>
/// <param name="Bins">People at -100, -90, … 100.</param>
/// <param name="Zones">The same in five zones, then in doubt.</param>
public sealed record RoomView(
    long Number, long Shape, int Statement, int Version, string Text, IReadOnlyList<int> Bins, IReadOnlyList<int> Zones, int People, int Hall, int Moved, IReadOnlyList<RoomArgument> Arguments,
    RoomFloor? Speaking, IReadOnlyList<RoomFloor> Asking, int Turn, bool Swapped, bool Paused, string PauseText, bool Closed, string StopReason, IReadOnlyList<RoomSay> Notes, IReadOnlyList<RoomResult> Results)
{
    public const int BinCount = 21;
    public const int ZoneCount = 5;

    public int Doubting => Zones[ZoneCount];

    public IReadOnlyList<RoomArgument> Heard => [.. Arguments.Where(a => a.Statement == Statement)];

    /// <summary>-100..-61, -60..-21, -20..20, 21..60, 61..100: 0 to 4.</summary>
    public static int ZoneOf(int position) => position switch { < -60 => 0, < -20 => 1, <= 20 => 2, <= 60 => 3, _ => 4 };

    public static int BinOf(int position) => (int)Math.Round((position + 100) / 10.0, MidpointRounding.AwayFromZero);

    /// <summary>Where somebody of a zone stands: -100, -50, 0, 50, 100.</summary>
    public static int PositionOf(int zone) => (zone * 50) - 100;
}
