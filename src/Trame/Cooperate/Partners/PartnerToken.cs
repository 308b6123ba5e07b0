using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Cooperate.Partners;

/// <summary>The right of a partner's programs to speak to this space. Holds: only a hash of the token is kept; it names an organisation, never a person; revoked is for ever.</summary>
public sealed class PartnerToken
{
    public const int NameLength = 150;
    public const int HintLength = 6;

    private PartnerToken() { }

    private PartnerToken(string partner, PartnerScope scope, string hash, string hint, Instant at, Instant ends)
    {
        Partner = partner;
        Scope = scope;
        Hash = hash;
        Hint = hint;
        CreatedAt = at;
        EndsAt = ends;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Shown as the source of what its programs say.</summary>
    public string Partner { get; private set; } = "";
    public PartnerScope Scope { get; private set; }
    public string Hash { get; private set; } = "";

    /// <summary>How the token begins, to tell one from another.</summary>
    public string Hint { get; private set; } = "";
    public Instant CreatedAt { get; private set; }
    public Instant EndsAt { get; private set; }
    public Instant? RevokedAt { get; private set; }
    public Instant? UsedAt { get; private set; }

    public static Outcome<PartnerToken> Make(string partner, PartnerScope scope, string hash, string hint, Instant at, Instant ends) => partner.Trim() switch
    {
        var name when Blank.Is(name) => new Refusal("partners.name.missing", "Partner"),
        { Length: > NameLength } => new Refusal("partners.name.long", "Partner", $"{NameLength}"),
        var name => new PartnerToken(name, scope, hash, hint, at, ends),
    };

    public bool IsLive(Instant at) => RevokedAt is null && at < EndsAt;

    public Outcome Revoke(Instant at)
    {
        if (RevokedAt is not null) return new Refusal("partners.revoke.already");
        RevokedAt = at;
        return Outcome.Done;
    }

    /// <summary>Once a day is enough to see that it still serves.</summary>
    public void Used(Instant at)
    {
        if (UsedAt is null || at - UsedAt > Duration.FromDays(1)) UsedAt = at;
    }
}
