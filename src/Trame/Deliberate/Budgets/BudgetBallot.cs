namespace Trame.Deliberate.Budgets;

/// <summary>
/// One vote in the box. Nothing leads from it to a person: no code, no way it came, no moment, no number in order of arrival; its key is a receipt drawn by chance, that the
/// voter alone was shown. Added once, never changed.
/// </summary>
public sealed class BudgetBallot
{
    private BudgetBallot() { }

    public BudgetBallot(Guid budgetId, string receipt, IEnumerable<BallotLine> lines) => (BudgetId, Receipt, Lines) = (budgetId, receipt, [.. lines.OrderBy(l => l.Project)]);

    public Guid BudgetId { get; private set; }
    public string Receipt { get; private set; } = "";
    public List<BallotLine> Lines { get; private set; } = [];
}
