namespace Trame.Deliberate.Budgets;

/// <summary>A budget that a project of « Faire » comes from.</summary>
public sealed record BudgetLine(string Name, string Slug, int Number);
