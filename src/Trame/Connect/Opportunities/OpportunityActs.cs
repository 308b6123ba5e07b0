namespace Trame.Connect.Opportunities;

/// <summary>What may be done with opportunities.</summary>
public static class OpportunityActs
{
    /// <summary>Look again, now, and turn the dials.</summary>
    public static readonly Foundation.Web.Act Look = new("opportunity.look", "coordinator");

    /// <summary>Ask the people concerned, note what they answer, carry it on.</summary>
    public static readonly Foundation.Web.Act Carry = new("opportunity.carry", "coordinator", "counter-agent");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Look, Carry];
}
