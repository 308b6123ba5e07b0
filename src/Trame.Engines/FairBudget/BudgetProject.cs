namespace Trame.Engines.FairBudget;

/// <summary>A project that was voted on.</summary>
/// <param name="Id">Unique in its election; compared as Unicode text, case included.</param>
/// <param name="Cost">In units of money, at least 0, at most nine decimals.</param>
/// <param name="Name">As people read it; the id where there is none.</param>
/// <param name="Categories">The categories it is in, none or several.</param>
public sealed record BudgetProject(string Id, decimal Cost, string Name, IReadOnlyList<string> Categories)
{
    /// <summary>A project that is told apart by its id alone.</summary>
    public BudgetProject(string id, decimal cost) : this(id, cost, id, []) { }
}
