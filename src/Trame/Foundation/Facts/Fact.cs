using NodaTime;

namespace Trame.Foundation.Facts;

/// <summary>Something that happened. Append-only; no person, no free text (R6); a correction is a new fact that names the one it replaces.</summary>
public sealed class Fact
{
    private Fact() { }

    public Fact(FactKind kind, Guid territoryId, Channel channel, Instant at, Instant? recordedAt = null)
    {
        Kind = kind.Key;
        TerritoryId = territoryId;
        Channel = channel;
        At = at;
        RecordedAt = recordedAt ?? at;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Instant At { get; private set; }
    public Instant RecordedAt { get; private set; }
    public string Kind { get; private set; } = "";
    public Guid TerritoryId { get; private set; }
    public Guid? PlaceId { get; init; }
    public List<Guid> Organisations { get; init; } = [];
    public string SubjectType { get; init; } = "";
    public Guid? SubjectId { get; init; }
    public int? Count { get; init; }
    public List<Marginal> Marginals { get; init; } = [];
    public string? AmountUnit { get; init; }
    public long? AmountValue { get; init; }
    public Channel Channel { get; private set; }
    public Guid? Corrects { get; init; }
}
