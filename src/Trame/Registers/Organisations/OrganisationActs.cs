namespace Trame.Registers.Organisations;

/// <summary>What may be done to the register of organisations, and by whom.</summary>
public static class OrganisationActs
{
    public static readonly Foundation.Web.Act Describe = new("organisation.describe", "coordinator", "counter-agent");
    public static readonly Foundation.Web.Act Close = new("organisation.close", "coordinator");
    public static readonly Foundation.Web.Act Merge = new("organisation.merge", "coordinator");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Describe, Close, Merge];
}
