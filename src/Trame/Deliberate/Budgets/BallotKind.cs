namespace Trame.Deliberate.Budgets;

/// <summary>How people vote: for any projects, up to a number; points to share out; or a list whose costs fit in the envelope.</summary>
public enum BallotKind { Approval, Points, Knapsack }
