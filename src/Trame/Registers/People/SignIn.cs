using NodaTime;

namespace Trame.Registers.People;

/// <summary>One way in: a login with its password, a passkey, or a printed card. A person may have several, or none.</summary>
public sealed class SignIn
{
    private SignIn() { }

    public SignIn(Guid personId, SignInKind kind, string identifier, string secret, Instant at)
    {
        PersonId = personId;
        Kind = kind;
        Identifier = identifier;
        Secret = secret;
        CreatedAt = at;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; private set; }
    public SignInKind Kind { get; private set; }

    /// <summary>Login, credential id or card number; unique per kind in the space.</summary>
    public string Identifier { get; private set; } = "";

    /// <summary>Password or code hash, or the public key of a passkey (JSON).</summary>
    public string Secret { get; private set; } = "";
    public Instant CreatedAt { get; private set; }
    public Instant? UsedAt { get; private set; }
    public Instant? RevokedAt { get; private set; }

    public void Used(Instant at) => UsedAt = at;

    public void Change(string secret) => Secret = secret;

    public void Revoke(Instant at) => RevokedAt = at;
}
