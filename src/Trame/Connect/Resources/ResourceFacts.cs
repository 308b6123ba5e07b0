using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Connect.Resources;

/// <summary>Something was offered, taken back, ended by time, found wrong, or looked at.</summary>
public static class ResourceFacts
{
    public static readonly FactKind Offered = new("resource.offered");
    public static readonly FactKind Withdrawn = new("resource.withdrawn");
    public static readonly FactKind Expired = new("resource.expired");
    public static readonly FactKind Frozen = new("resource.frozen");
    public static readonly FactKind Judged = new("resource.judged");

    public static readonly IReadOnlyList<FactKind> All = [Offered, Withdrawn, Expired, Frozen, Judged];

    public static Fact Of(FactKind kind, Resource resource, Channel channel, Instant at) => new(kind, resource.TerritoryId, channel, at)
    {
        SubjectType = "resource", SubjectId = resource.Id, PlaceId = resource.PlaceId, Organisations = resource.OrganisationId is { } organisation ? [organisation] : [],
    };
}
