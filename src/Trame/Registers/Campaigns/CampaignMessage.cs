using NodaTime;

namespace Trame.Registers.Campaigns;

/// <summary>One message of a campaign on its way out: once, tried again when the way is broken, given up after a day. Never a reminder.</summary>
public sealed class CampaignMessage
{
    /// <summary>How long after each attempt that failed; then it is given up.</summary>
    public static readonly IReadOnlyList<Duration> Waits = [Duration.FromMinutes(5), Duration.FromHours(1), Duration.FromHours(6), Duration.FromHours(17)];

    private CampaignMessage() { }

    public CampaignMessage(Guid askId, MessageWay way, string home, Instant at) => (AskId, Way, Home, CreatedAt, NextAt) = (askId, way, home, at, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AskId { get; private set; }
    public MessageWay Way { get; private set; }

    /// <summary>Where this space is found, for the link.</summary>
    public string Home { get; private set; } = "";
    public Instant CreatedAt { get; private set; }
    public Instant? NextAt { get; private set; }
    public int Attempts { get; private set; }
    public Instant? SentAt { get; private set; }
    public string Trouble { get; private set; } = "";

    public void Sent(Instant at) => (Attempts, SentAt, NextAt, Trouble) = (Attempts + 1, at, null, "");

    public void Abandon(string why) => (NextAt, Trouble) = (null, why);

    public void Failed(string trouble, Instant at)
    {
        Attempts++;
        Trouble = trouble.Length > 200 ? trouble[..200] : trouble;
        NextAt = Attempts <= Waits.Count ? at + Waits[Attempts - 1] : null;
    }
}
