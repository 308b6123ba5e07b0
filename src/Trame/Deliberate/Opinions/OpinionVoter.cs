using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Deliberate.Opinions;

/// <summary>One voice in an opinion map: a number drawn by chance, and for a time what recognises a device, a card or a sheet. How it came makes no difference to the count (R3).</summary>
public sealed class OpinionVoter
{
    private OpinionVoter() { }

    public OpinionVoter(Guid debateId, int number, string keyHash, Channel channel, Instant at) => (DebateId, Number, KeyHash, Channel, At) = (debateId, number, keyHash, channel, at);

    public Guid DebateId { get; private set; }
    public int Number { get; private set; }
    public string? KeyHash { get; private set; }
    public Channel Channel { get; private set; }
    public Instant At { get; private set; }
}
