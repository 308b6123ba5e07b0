namespace Trame.Registers.Territories;

/// <summary>What may be done to the register of territories, and by whom.</summary>
public static class TerritoryActs
{
    public static readonly Foundation.Web.Act Describe = new("territory.describe", "coordinator");
}
