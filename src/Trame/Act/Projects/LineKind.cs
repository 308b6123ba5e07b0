namespace Trame.Act.Projects;

/// <summary>What a line of a project's notebook tells.</summary>
public enum LineKind { Task, Decision, Expense }
