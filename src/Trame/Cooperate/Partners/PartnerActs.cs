namespace Trame.Cooperate.Partners;

/// <summary>What may be done with partners' programs, and by whom.</summary>
public static class PartnerActs
{
    public static readonly Foundation.Web.Act Manage = new("partners.manage", "coordinator");

    public static IReadOnlyList<Foundation.Web.Act> All { get; } = [Manage];
}
