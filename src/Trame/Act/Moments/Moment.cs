using NodaTime;
using Trame.Registers.Occasions;

namespace Trame.Act.Moments;

/// <summary>A time when people meet: once, or coming back by a rule with its exceptions.</summary>
public sealed class Moment : Occasion
{
    private Moment() { }

    public Moment(string name, string slug, Guid territoryId, string source, Instant at) : base(OccasionKind.Moment, name, slug, territoryId, source, at) { }

    /// <summary>The place that hosts it, when the register knows it.</summary>
    public Guid? PlaceId { get; private set; }

    public void HostedBy(Guid? placeId) => PlaceId = placeId;

    public override IReadOnlyList<Guid> Scopes() => PlaceId is { } place ? [.. base.Scopes(), place] : base.Scopes();
}
