namespace Trame.Deliberate.Rooms;

/// <summary>What may be done in a room.</summary>
public static class RoomActs
{
    /// <summary>Stand somewhere, ask for the floor, speak when one has it: anyone.</summary>
    public static readonly Foundation.Web.Act Join = new("room.join", "visitor");

    /// <summary>Hold the evening.</summary>
    public static readonly Foundation.Web.Act Run = new("room.run", "coordinator", "counter-agent", "host");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Join, Run];
}
