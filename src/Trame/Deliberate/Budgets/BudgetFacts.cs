using NodaTime;
using Trame.Foundation.Facts;

namespace Trame.Deliberate.Budgets;

/// <summary>A participatory budget was opened; it was counted, with how many people voted.</summary>
public static class BudgetFacts
{
    public static readonly FactKind Opened = new("budget.opened");
    public static readonly FactKind Counted = new("budget.counted");

    public static readonly IReadOnlyList<FactKind> All = [Opened, Counted];

    public static Fact Of(FactKind kind, ParticipatoryBudget budget, Instant at, int? people = null) => new(kind, budget.TerritoryId, Channel.Online, at) { SubjectType = "budget", SubjectId = budget.Id, Count = people };
}
