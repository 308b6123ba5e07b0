namespace Trame.Deliberate.Budgets;

/// <summary>One line of a ballot: a project by its number, and its points (1 where points do not count).</summary>
public sealed record BallotLine(int Project, int Points);
