namespace Trame.Connect.Needs;

/// <summary>What may be done about needs.</summary>
public static class NeedActs
{
    /// <summary>Say a need, or worry about a neighbour: anyone, with or without an account.</summary>
    public static readonly Foundation.Web.Act Express = new("need.express", "visitor");

    /// <summary>Read one's carnet by its code, answer from it, take back.</summary>
    public static readonly Foundation.Web.Act Hold = new("need.hold", "visitor");

    /// <summary>Read who asked, reach them, answer, take back for somebody at a counter.</summary>
    public static readonly Foundation.Web.Act CareFor = new("need.care-for", "coordinator", "counter-agent");

    /// <summary>Read what only the coordinator may see.</summary>
    public static readonly Foundation.Web.Act SeeAll = new("need.see-all", "coordinator");

    public static readonly Foundation.Web.Act KeepKinds = new("need.keep-kinds", "coordinator");

    /// <summary>Open and close a time of crisis.</summary>
    public static readonly Foundation.Web.Act OpenCrisis = new("need.open-crisis", "coordinator", "elected");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Express, Hold, CareFor, SeeAll, KeepKinds, OpenCrisis];
}
