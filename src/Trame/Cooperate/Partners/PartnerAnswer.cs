using NodaTime;

namespace Trame.Cooperate.Partners;

/// <summary>What a partner's program was answered under a key of its own, so that the same request sent twice (a network that broke) is heard once.</summary>
public sealed class PartnerAnswer
{
    private PartnerAnswer() { }

    public PartnerAnswer(Guid tokenId, string key, string asked, Instant at) => (TokenId, Key, Asked, CreatedAt) = (tokenId, key, asked, at);

    public Guid TokenId { get; private set; }
    public string Key { get; private set; } = "";

    /// <summary>A fingerprint of what was asked: the same key for something else is a mistake.</summary>
    public string Asked { get; private set; } = "";
    public int Status { get; private set; }
    public string Body { get; private set; } = "";
    public string Location { get; private set; } = "";
    public Instant CreatedAt { get; private set; }
}
