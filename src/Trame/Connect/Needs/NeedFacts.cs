using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Connect.Needs;

/// <summary>A need was said, answered, taken back or ended by time; a worry was told; a crisis opened and closed.</summary>
public static class NeedFacts
{
    public static readonly FactKind Registered = new("need.registered");
    public static readonly FactKind Answered = new("need.answered");
    public static readonly FactKind Withdrawn = new("need.withdrawn");
    public static readonly FactKind Expired = new("need.expired");
    public static readonly FactKind Signalled = new("need.signalled");
    public static readonly FactKind CrisisOpened = new("crisis.opened");
    public static readonly FactKind CrisisClosed = new("crisis.closed");

    public static readonly IReadOnlyList<FactKind> All = [Registered, Answered, Withdrawn, Expired, Signalled, CrisisOpened, CrisisClosed];

    public static Fact Of(FactKind kind, Need need, Channel channel, Instant at) => new(kind, need.TerritoryId, channel, at) { SubjectType = "need", SubjectId = need.Id, Count = 1 };
}
