using NodaTime;

namespace Trame.Registers.Campaigns;

/// <summary>« Ne nous demandez plus »: no campaign asks this contact again, without a reason to give (R2). Only a mark of the contact is kept.</summary>
public sealed class CampaignStop
{
    private CampaignStop() { }

    public CampaignStop(string mark, Instant at) => (Mark, At) = (mark, at);

    public string Mark { get; private set; } = "";
    public Instant At { get; private set; }
}
