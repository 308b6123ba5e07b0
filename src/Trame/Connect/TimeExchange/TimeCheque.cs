using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Connect.TimeExchange;

/// <summary>A cheque on paper: whoever gives it pays with it, whoever receives it brings it to the office. Holds: cashed once.</summary>
public sealed class TimeCheque
{
    public const int InABook = 8;

    private TimeCheque() { }

    public TimeCheque(Guid accountId, string number, Instant at) => (AccountId, Number, IssuedAt) = (accountId, number, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; private set; }
    public string Number { get; private set; } = "";
    public Instant IssuedAt { get; private set; }
    public Instant? VoidedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public Outcome Void(Instant at)
    {
        if (VoidedAt is not null) return Outcome.Done; // said twice: it is so already
        VoidedAt = at;
        Version++;
        return Outcome.Done;
    }
}
