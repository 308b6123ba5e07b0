using Trame.Deliberate.Debates;
using Trame.Foundation.Data;

namespace Trame.Deliberate.Budgets;

/// <summary>A ballot on paper, taken from the box and typed by hand. Its code was printed on it and on the stub that the voter kept: it becomes the receipt. Holds: it counts once two entries say the same, and once only.</summary>
public sealed class BudgetSheet : IVersioned
{
    private BudgetSheet() { }

    public BudgetSheet(Guid budgetId, string code) => (BudgetId, Code) = (budgetId, code);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid BudgetId { get; private set; }
    public string Code { get; private set; } = "";
    public List<List<BallotLine>> Entries { get; private set; } = [];
    public bool Counted { get; private set; }
    public int Version { get; private set; } = 1;

    /// <returns>Projects on which it differs from the entry before, when no two agree yet.</returns>
    public Outcome<IReadOnlyList<int>> Type(IReadOnlyList<BallotLine> lines)
    {
        if (Counted) return new Refusal("budget.sheet.counted", "Code", Code);
        var typed = TypedTwice.Add(Entries, [.. lines.OrderBy(l => l.Project)], new("budget.sheet.too-many", "Code", Code));
        if (!typed.Accepted) return typed.Plain;
        (Entries, Counted) = (typed.Value.Entries, typed.Value.Agreed);
        return typed.Value.Differs.Select(l => l.Project).Distinct().Order().ToList();
    }
}
