namespace Trame.Connect.Resources;

/// <summary>What may be done about resources.</summary>
public static class ResourceActs
{
    /// <summary>Offer something, or say that something is wrong: anyone.</summary>
    public static readonly Foundation.Web.Act Offer = new("resource.offer", "visitor");

    /// <summary>Read who offers, take back for somebody.</summary>
    public static readonly Foundation.Web.Act CareFor = new("resource.care-for", "coordinator", "counter-agent");

    /// <summary>Look at what was found wrong, and answer with reasons.</summary>
    public static readonly Foundation.Web.Act Judge = new("resource.judge", "coordinator");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Offer, CareFor, Judge];
}
