using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Deliberate.Panels;

/// <summary>Letters left, a panel was drawn, it was answered, its people were erased: how many, never who.</summary>
public static class PanelFacts
{
    public static readonly FactKind Invited = new("panel.invited");
    public static readonly FactKind Drawn = new("panel.drawn");
    public static readonly FactKind Answered = new("panel.answered");
    public static readonly FactKind Purged = new("panel.purged");

    public static readonly IReadOnlyList<FactKind> All = [Invited, Drawn, Answered, Purged];

    public static Fact Of(FactKind kind, Convention convention, Instant at, int? people = null) => new(kind, convention.TerritoryId, Channel.Online, at) { SubjectType = "convention", SubjectId = convention.Id, Count = people };
}
