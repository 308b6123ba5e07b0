namespace Trame.Registers.Campaigns;

/// <summary>What may be done with campaigns, and by whom. To answer, one holds a signed link or a sheet of paper.</summary>
public static class CampaignActs
{
    public static readonly Foundation.Web.Act Manage = new("campaign.manage", "coordinator");
    public static readonly Foundation.Web.Act Type = new("campaign.type", "coordinator", "counter-agent");
    public static readonly Foundation.Web.Act Answer = new("campaign.answer", "visitor");

    public static IReadOnlyList<Foundation.Web.Act> All { get; } = [Manage, Type, Answer];
}
