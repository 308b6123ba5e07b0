using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Connect.Opportunities;

/// <summary>The steps of an opportunity, as the journal keeps them: where and when, never who.</summary>
public static class OpportunityFacts
{
    public static readonly FactKind Proposed = new("opportunity.proposed");
    public static readonly FactKind Completed = new("opportunity.completed");
    public static readonly FactKind Accepted = new("opportunity.accepted");
    public static readonly FactKind Tried = new("opportunity.tried");
    public static readonly FactKind Held = new("opportunity.held");
    public static readonly FactKind Kept = new("opportunity.kept");
    public static readonly FactKind Changed = new("opportunity.changed");
    public static readonly FactKind Stopped = new("opportunity.stopped");
    public static readonly FactKind Declined = new("opportunity.declined");

    public static readonly IReadOnlyList<FactKind> All = [Proposed, Completed, Accepted, Tried, Held, Kept, Changed, Stopped, Declined];

    public static Fact Of(FactKind kind, Opportunity opportunity, Channel channel, Instant at) => new(kind, opportunity.TerritoryId, channel, at) { SubjectType = "opportunity", SubjectId = opportunity.Id, PlaceId = opportunity.PlaceId };
}
