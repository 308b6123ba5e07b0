using NodaTime;
using Trame.Foundation.Facts;
using Trame.Registers.Occasions;

namespace Trame.Connect.SharedPlaces;

/// <summary>A place was open to so many people; a booking was held, cancelled, or nobody came: three kinds, so that none is mistaken for another.</summary>
public static class SharedPlaceFacts
{
    public static readonly FactKind Opened = new("place.opened");
    public static readonly FactKind OpeningCancelled = new("place.opening-cancelled");
    public static readonly FactKind Held = new("booking.held");
    public static readonly FactKind Cancelled = new("booking.cancelled");
    public static readonly FactKind Missed = new("booking.missed");

    public static readonly IReadOnlyList<FactKind> All = [Opened, OpeningCancelled, Held, Cancelled, Missed];

    public static Fact Of(FactKind kind, Occasion place, Channel channel, Instant at, Instant now, string subject, Guid id, int? count = null, IReadOnlyList<Marginal>? marginals = null, Guid? corrects = null) => new(kind, place.TerritoryId, channel, at, now)
    {
        PlaceId = place.Id, SubjectType = subject, SubjectId = id, Count = count, Marginals = [.. marginals ?? []], Corrects = corrects, Organisations = place.OrganisationId is { } organisation ? [organisation] : [],
    };
}
