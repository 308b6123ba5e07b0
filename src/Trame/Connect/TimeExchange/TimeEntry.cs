namespace Trame.Connect.TimeExchange;

/// <summary>One side of a transfer, in the order of its account, with the balance after it. Written by the database, never by us.</summary>
public sealed class TimeEntry
{
    private TimeEntry() { }

    public Guid AccountId { get; private set; }
    public long Position { get; private set; }
    public Guid TransferId { get; private set; }
    public long Minutes { get; private set; }
    public long Balance { get; private set; }
}
