using NodaTime;

namespace Trame.Cooperate.Partners;

/// <summary>A line of the outbox: one fact for one address. Written in the same transaction as the fact; its identifier is the same at each attempt, so that whoever receives it twice can tell.</summary>
public sealed class WebhookMessage
{
    /// <summary>How long after each attempt that failed; then it is given up.</summary>
    public static readonly IReadOnlyList<Duration> Waits =
        [Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2), Duration.FromHours(6), Duration.FromHours(12), Duration.FromHours(24)];

    private WebhookMessage() { }

    public WebhookMessage(Guid webhookId, Guid factId, Instant at)
    {
        WebhookId = webhookId;
        FactId = factId;
        CreatedAt = at;
        NextAt = at;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid WebhookId { get; private set; }
    public Guid FactId { get; private set; }
    public Instant CreatedAt { get; private set; }

    /// <summary>When it is to be sent; null when it was received, or given up.</summary>
    public Instant? NextAt { get; private set; }
    public int Attempts { get; private set; }
    public Instant? ReceivedAt { get; private set; }

    /// <summary>What the last attempt met: a status, or a word.</summary>
    public string Answer { get; private set; } = "";

    public void Received(int status, Instant at) => (Attempts, ReceivedAt, NextAt, Answer) = (Attempts + 1, at, null, $"{status}");

    /// <summary>It will not be sent any more.</summary>
    public void Abandon(string why) => (NextAt, Answer) = (null, why);

    public void Failed(string answer, Instant at)
    {
        Attempts++;
        Answer = answer;
        NextAt = Attempts <= Waits.Count ? at + Waits[Attempts - 1] : null;
    }
}
