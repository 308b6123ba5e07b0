namespace Trame.Deliberate.Budgets;

/// <summary>What became of a project that was proposed.</summary>
public enum FileState { Proposed, Kept, Refused, Merged }
