using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Connect.TimeExchange;

/// <summary>Minutes that leave one account for another. Holds: never changed nor taken back, only compensated (R12); no sentence about anyone, a kind of help at most.</summary>
public sealed class TimeTransfer
{
    private TimeTransfer() { }

    public TimeTransfer(Guid bankId, Guid exchangeId, int line, TransferKind kind, string service, Guid fromId, Guid toId, long minutes, LocalDate day, Channel channel, Instant at) =>
        (BankId, ExchangeId, Line, Kind, Service, FromId, ToId, Minutes, Day, Channel, At) = (bankId, exchangeId, line, kind, service, fromId, toId, minutes, day, channel, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid BankId { get; private set; }

    /// <summary>Chosen by the form: sent twice, it counts once.</summary>
    public Guid ExchangeId { get; private set; }
    public int Line { get; private set; }
    public TransferKind Kind { get; private set; }

    /// <summary>Key of a kind of help, or nothing.</summary>
    public string Service { get; private set; } = "";
    public Guid FromId { get; private set; }
    public Guid ToId { get; private set; }
    public long Minutes { get; private set; }
    public LocalDate Day { get; private set; }
    public Instant At { get; private set; }
    public Channel Channel { get; private set; }
    public Guid? ChequeId { get; init; }
    public Guid? MandateId { get; init; }
    public Guid? CorrectsId { get; init; }
    public CorrectionReason? Reason { get; init; }
    public Guid? FactId { get; init; }
}
