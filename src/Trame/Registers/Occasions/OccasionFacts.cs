using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Registers.Occasions;

/// <summary>The facts about records: one entered the register or was corrected by a proposal, was found true, closed.</summary>
public static class OccasionFacts
{
    public static readonly FactKind Proposed = new("occasion.proposed");
    public static readonly FactKind Verified = new("occasion.verified");
    public static readonly FactKind Closed = new("occasion.closed");

    public static readonly IReadOnlyList<FactKind> All = [Proposed, Verified, Closed];

    public static Fact Of(FactKind kind, Occasion occasion, Channel channel, Instant at) => new(kind, occasion.TerritoryId, channel, at)
    {
        PlaceId = occasion.Kind == OccasionKind.Place ? occasion.Id : null,
        SubjectType = "occasion",
        SubjectId = occasion.Id,
        Organisations = occasion.OrganisationId is { } organisation ? [organisation] : [],
    };
}
