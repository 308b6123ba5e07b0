using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Registers.Campaigns;

/// <summary>One record on a sheet, and what was answered of it: the last answer holds, until the campaign ends.</summary>
public sealed class CampaignQuestion
{
    private CampaignQuestion() { }

    public CampaignQuestion(Guid askId, int number, Guid occasionId, Instant at) => (AskId, Number, OccasionId, AskedAt) = (askId, number, occasionId, at);

    public Guid AskId { get; private set; }
    public int Number { get; private set; }
    public Guid OccasionId { get; private set; }
    public Instant AskedAt { get; private set; }
    public CampaignAnswer? Answer { get; private set; }
    public Channel? Channel { get; private set; }
    public Instant? AnsweredAt { get; private set; }

    /// <summary>Somebody here did what the answer asks for.</summary>
    public Instant? SettledAt { get; private set; }

    /// <returns>False when that was the answer already.</returns>
    public bool Say(CampaignAnswer answer, Channel channel, Instant at)
    {
        if (Answer == answer) return false;
        (Answer, Channel, AnsweredAt, SettledAt) = (answer, channel, at, null);
        return true;
    }

    public void Settle(Instant at) => SettledAt ??= at;
}
