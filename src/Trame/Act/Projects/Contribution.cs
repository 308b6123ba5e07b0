using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Act.Projects;

/// <summary>
/// What somebody promises to a project, then gives. Holds: no account, a first name at most; withdrawing needs no reason and forgets who it was at once;
/// what was given is corrected by a new fact, never rewritten.
/// </summary>
public sealed class Contribution
{
    public const int NameLength = 40;
    public const int ReachLength = 120;

    private Contribution() { }

    public Contribution(Guid wantId, long quantity, string name, string reach, Channel channel, string code, Instant at) =>
        (WantId, Quantity, Name, Reach, Channel, Code, PledgedAt) = (wantId, quantity, name, reach, channel, code, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid WantId { get; private set; }
    public long Quantity { get; private set; }
    public long Given { get; private set; }

    /// <summary>A first name or a nickname, if they wished; seen by the project's team only, forgotten in time.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How to tell them when and where, if they wished.</summary>
    public string Reach { get; private set; } = "";
    public Channel Channel { get; private set; }

    /// <summary>Opens the promise again: to read it, to take it back.</summary>
    public string Code { get; private set; } = "";
    public Instant PledgedAt { get; private set; }
    public Instant? GivenAt { get; private set; }
    public Instant? WithdrawnAt { get; private set; }

    /// <summary>The fact that told what was given last.</summary>
    public Guid? FactId { get; private set; }
    public int Version { get; private set; } = 1;

    public Outcome Give(long quantity, Guid factId, Instant at)
    {
        if (WithdrawnAt is not null) return new Refusal("projects.contribution.withdrawn");
        (Given, GivenAt, FactId) = (quantity, at, factId);
        Version++;
        return Outcome.Done;
    }

    public Outcome Withdraw(Instant at)
    {
        if (WithdrawnAt is not null) return Outcome.Done; // sent twice: it is so already
        if (GivenAt is not null) return new Refusal("projects.contribution.given-already");
        WithdrawnAt = at;
        (Name, Reach) = ("", "");
        Version++;
        return Outcome.Done;
    }
}
