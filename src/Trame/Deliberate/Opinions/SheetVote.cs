namespace Trame.Deliberate.Opinions;

/// <summary>What a sheet answers to one statement.</summary>
public sealed record SheetVote(int Statement, int Value);
