using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Act.CitizenDays;

/// <summary>A citizen day was opened; its teams were told; a worksite was held with so many people.</summary>
public static class CitizenDayFacts
{
    public static readonly FactKind Opened = new("citizen-day.opened");
    public static readonly FactKind Told = new("citizen-day.told");
    public static readonly FactKind Held = new("worksite.held");

    public static readonly IReadOnlyList<FactKind> All = [Opened, Told, Held];

    public static Fact Of(FactKind kind, CitizenDay day, Channel channel, Instant at, int? count = null) => new(kind, day.TerritoryId, channel, at) { SubjectType = "citizen-day", SubjectId = day.Id, Count = count };
}
