namespace Trame.Connect.TimeExchange;

/// <summary>What may be done with hours.</summary>
public static class TimeExchangeActs
{
    /// <summary>Join, read one's hours by one's code, pay, give, leave: anyone.</summary>
    public static readonly Foundation.Web.Act Exchange = new("time.exchange", "visitor");

    /// <summary>Hold the office: welcome, type cheques and sheets, act under a mandate, correct.</summary>
    public static readonly Foundation.Web.Act HoldOffice = new("time.hold-office", "coordinator", "counter-agent");

    /// <summary>Open a bank, set its rules, agree with another one.</summary>
    public static readonly Foundation.Web.Act SetRules = new("time.set-rules", "coordinator");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Exchange, HoldOffice, SetRules];
}
