using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Registers.Occasions;

/// <summary>The facts about records: one entered the register or was corrected by a proposal, was found true, closed or opened again; two of them turned out to be one, or two after all.</summary>
public static class OccasionFacts
{
    public static readonly FactKind Proposed = new("occasion.proposed");
    public static readonly FactKind Verified = new("occasion.verified");
    public static readonly FactKind Closed = new("occasion.closed");

    public static readonly FactKind Reopened = new("occasion.reopened");
    public static readonly FactKind Merged = new("occasion.merged");
    public static readonly FactKind Split = new("occasion.split");

    public static readonly IReadOnlyList<FactKind> All = [Proposed, Verified, Closed, Reopened, Merged, Split];

    public static Fact Of(FactKind kind, Occasion occasion, Channel channel, Instant at) => new(kind, occasion.TerritoryId, channel, at)
    {
        PlaceId = occasion.Kind == OccasionKind.Place ? occasion.Id : null,
        SubjectType = "occasion",
        SubjectId = occasion.Id,
        Organisations = occasion.OrganisationId is { } organisation ? [organisation] : [],
    };
}
