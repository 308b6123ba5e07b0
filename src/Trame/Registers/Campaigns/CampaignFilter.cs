using Trame.Registers.Occasions;

namespace Trame.Registers.Campaigns;

/// <summary>Which records a campaign asks about.</summary>
/// <param name="StaleMonths">Nobody said or confirmed them for so many months; 0 for all.</param>
/// <param name="RestMonths">Whoever was asked within so many months is left in peace.</param>
public sealed record CampaignFilter(OccasionKind? Kind, Guid? TerritoryId, int StaleMonths, int RestMonths)
{
    public static readonly IReadOnlyList<int> StaleChoices = [0, 6, 12, 18, 24];

    /// <summary>Never less than three months between two questions.</summary>
    public static readonly IReadOnlyList<int> RestChoices = [3, 6, 12, 24];

    public bool IsKnown => StaleChoices.Contains(StaleMonths) && RestChoices.Contains(RestMonths);
}
