using NodaTime;

namespace Trame.Registers.People;

/// <summary>One line of the security journal: who signed in, was refused, was given a role. Never a password, never an address of the network.</summary>
public sealed class SecurityEvent
{
    private SecurityEvent() { }

    public SecurityEvent(string kind, Guid? personId, string detail, Instant at)
    {
        Kind = kind;
        PersonId = personId;
        Detail = detail;
        At = at;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Instant At { get; private set; }
    public string Kind { get; private set; } = "";
    public Guid? PersonId { get; private set; }
    public string Detail { get; private set; } = "";
}
