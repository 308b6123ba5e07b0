using NodaTime;

namespace Trame.Registers.People;

/// <summary>A role given to a person, for the space or for one organisation or place, by whom and until when.</summary>
public sealed class RoleGrant
{
    private RoleGrant() { }

    public RoleGrant(Guid personId, Role role, Guid? scopeId, string grantedBy, Instant at)
    {
        PersonId = personId;
        Role = role;
        ScopeId = scopeId;
        GrantedBy = grantedBy;
        GrantedAt = at;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; private set; }
    public Role Role { get; private set; }
    public Guid? ScopeId { get; private set; }
    public string GrantedBy { get; private set; } = "";
    public Instant GrantedAt { get; private set; }
    public Instant? EndedAt { get; private set; }

    public void End(Instant at) => EndedAt = at;
}
