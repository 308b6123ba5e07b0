using NodaTime;

namespace Trame.Foundation.Data;

/// <summary>One change of one record: who said so, why, and the fields before and after. Nothing in a register changes without one.</summary>
public sealed class Revision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string SubjectType { get; init; }
    public required Guid SubjectId { get; init; }
    public required int Version { get; init; }
    public required Instant At { get; init; }
    public Guid? PersonId { get; init; }
    public required string By { get; init; }
    public string Reason { get; init; } = "";
    public string Channel { get; init; } = "";
    public required Dictionary<string, string?> Before { get; init; }
    public required Dictionary<string, string?> After { get; init; }
}
