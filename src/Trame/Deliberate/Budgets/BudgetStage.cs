namespace Trame.Deliberate.Budgets;

/// <summary>Where a budget stands: its dates say it, then the count.</summary>
public enum BudgetStage { Draft, Announced, Proposing, Studying, Voting, Counting, Counted }
