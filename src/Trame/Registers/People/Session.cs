using NodaTime;

namespace Trame.Registers.People;

/// <summary>A signed-in browser. Only the hash of its token is kept, so a stolen database opens no door.</summary>
public sealed class Session
{
    private Session() { }

    public Session(Guid personId, string tokenHash, Instant at, Instant until)
    {
        PersonId = personId;
        TokenHash = tokenHash;
        StartedAt = at;
        EndsAt = until;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; private set; }
    public string TokenHash { get; private set; } = "";
    public Instant StartedAt { get; private set; }
    public Instant EndsAt { get; private set; }

    public void End(Instant at) => EndsAt = at;
}
