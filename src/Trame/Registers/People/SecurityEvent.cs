using NodaTime;

namespace Trame.Registers.People;

/// <summary>
/// One line of the security journal: who signed in, was refused, was given a role, and by whom. Never a name, a password or an address of the network:
/// names are read from the people who are still there.
/// </summary>
public sealed class SecurityEvent
{
    private SecurityEvent() { }

    public SecurityEvent(string kind, Guid? personId, Guid? byPersonId, string detail, Instant at)
    {
        Kind = kind;
        PersonId = personId;
        ByPersonId = byPersonId;
        Detail = detail;
        At = at;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Instant At { get; private set; }
    public string Kind { get; private set; } = "";
    public Guid? PersonId { get; private set; }

    /// <summary>Who did it to them, when it was someone else; the machine has no identifier.</summary>
    public Guid? ByPersonId { get; private set; }
    public string Detail { get; private set; } = "";
}
