namespace Trame.Registers.Feeds;

/// <summary>What becomes of one event of a calendar, or would become.</summary>
/// <param name="Why">Of what is refused, or reads as if it spoke of somebody: a sentence.</param>
public sealed record FeedLine(string Name, FeedLine.Fate Became, string Day, string Why)
{
    public enum Fate
    {
        New,
        Changed,
        Unchanged,
        Vanished,
        Refused,
        Over,
    }
}
