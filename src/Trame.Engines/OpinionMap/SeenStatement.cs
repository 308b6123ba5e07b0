namespace Trame.Engines.OpinionMap;

/// <summary>A statement and the number of people who voted on it, passes included.</summary>
/// <param name="Comment">Number of the statement.</param>
/// <param name="Seen">People.</param>
public sealed record SeenStatement(long Comment, int Seen);
