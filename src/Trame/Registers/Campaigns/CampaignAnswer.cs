namespace Trame.Registers.Campaigns;

/// <summary>What one can answer to « est-ce toujours vrai ? »: one tap, or one tick.</summary>
public enum CampaignAnswer
{
    True,
    Changed,
    Closed,
    Unknown,
}
