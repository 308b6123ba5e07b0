namespace Trame.Act.CitizenDays;

/// <summary>What may be done with a citizen day.</summary>
public static class CitizenDayActs
{
    /// <summary>Open one, describe it, keep or refuse worksites, make the teams, tell them, close the evening.</summary>
    public static readonly Foundation.Web.Act Keep = new("day.keep", "coordinator");

    /// <summary>The desk of the day, the lists, moving somebody: the only pages that show who comes.</summary>
    public static readonly Foundation.Web.Act Run = new("day.run", "coordinator", "counter-agent", "host");

    /// <summary>Propose a worksite: anyone.</summary>
    public static readonly Foundation.Web.Act Propose = new("day.propose-worksite", "visitor");

    /// <summary>Sign up, alone or together, and take it back: anyone.</summary>
    public static readonly Foundation.Web.Act SignUp = new("day.sign-up", "visitor");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Keep, Run, Propose, SignUp];
}
