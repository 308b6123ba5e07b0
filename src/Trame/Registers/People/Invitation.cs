using NodaTime;

namespace Trame.Registers.People;

/// <summary>A one-time link or printed code that gives a role. Kept as a hash; used once.</summary>
public sealed class Invitation
{
    private Invitation() { }

    public Invitation(string tokenHash, Role role, Guid? scopeId, string invitedBy, Instant at, Instant until)
    {
        TokenHash = tokenHash;
        Role = role;
        ScopeId = scopeId;
        InvitedBy = invitedBy;
        CreatedAt = at;
        EndsAt = until;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string TokenHash { get; private set; } = "";
    public Role Role { get; private set; }
    public Guid? ScopeId { get; private set; }
    public string InvitedBy { get; private set; } = "";
    public Instant CreatedAt { get; private set; }
    public Instant EndsAt { get; private set; }
    public Instant? UsedAt { get; private set; }

    public void Use(Instant at) => UsedAt = at;
}
