namespace Trame.Act.Shifts;

/// <summary>What may be done with shifts.</summary>
public static class ShiftActs
{
    /// <summary>Open shifts, see who comes, remind them, tell how many came: the only page that shows names.</summary>
    public static readonly Foundation.Web.Act Run = new("shift.run", "coordinator", "counter-agent", "host");

    /// <summary>Lend a hand, step aside, send somebody else: anyone.</summary>
    public static readonly Foundation.Web.Act Lend = new("shift.lend", "visitor");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Run, Lend];
}
