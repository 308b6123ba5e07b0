using NodaTime;

namespace Trame.Connect.TimeExchange;

/// <summary>
/// Hours sent to a member of another bank, in another space. They left the sender in the same transaction as this line was written; the other bank takes them in under the same identifier, as often as
/// it takes, and only once; what it refuses comes back to the sender.
/// </summary>
public sealed class TimeClearing
{
    private TimeClearing() { }

    public TimeClearing(Guid id, Guid accountId, Guid fromId, int number, long minutes, string service, LocalDate day, Instant at) =>
        (Id, AccountId, FromId, Number, Minutes, Service, Day, SentAt) = (id, accountId, fromId, number, minutes, service, day, at);

    /// <summary>Of the exchange, on both sides.</summary>
    public Guid Id { get; private set; }

    /// <summary>The account of the other bank, here.</summary>
    public Guid AccountId { get; private set; }
    public Guid FromId { get; private set; }

    /// <summary>Of the member, there.</summary>
    public int Number { get; private set; }
    public long Minutes { get; private set; }
    public string Service { get; private set; } = "";
    public LocalDate Day { get; private set; }
    public Instant SentAt { get; private set; }
    public Instant? SettledAt { get; private set; }

    /// <summary>Key of the sentence why the other bank did not take them.</summary>
    public string? Refused { get; private set; }
    public int Version { get; private set; } = 1;

    public void Settle(string? refused, Instant at)
    {
        (SettledAt, Refused) = (at, refused);
        Version++;
    }
}
