using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Cooperate.Agreements;

/// <summary>One side's key on one version: in which quality, which day, on screen or on paper. One per side and version; never changed.</summary>
public sealed class ContractSignature
{
    public const int SignedAsLength = 80;
    public const int KeptAtLength = 120;

    private ContractSignature() { }

    public ContractSignature(ContractVersion version, Side side, string signedAs, LocalDate signedOn, string keptAt, Channel channel, Instant at) =>
        (VersionId, Side, SignedAs, SignedOn, Hash, KeptAt, Channel, At) = (version.Id, side, signedAs, signedOn, version.Hash, keptAt, channel, at);

    public Guid VersionId { get; private set; }
    public Side Side { get; private set; }

    /// <summary>The quality in which someone signed (« présidente du collectif »), not their life.</summary>
    public string SignedAs { get; private set; } = "";
    public LocalDate SignedOn { get; private set; }

    /// <summary>The fingerprint that was before their eyes.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Where the paper is, when it was signed on paper.</summary>
    public string KeptAt { get; private set; } = "";
    public Channel Channel { get; private set; }
    public Instant At { get; private set; }
}
