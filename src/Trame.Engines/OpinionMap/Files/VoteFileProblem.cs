namespace Trame.Engines.OpinionMap.Files;

/// <summary>Why a file cannot be read, and where.</summary>
/// <param name="Trouble">What is wrong.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Column">Cell of the line, from 1.</param>
/// <param name="Found">What stands there, or the name that is missing.</param>
public sealed record VoteFileProblem(VoteFileTrouble Trouble, int Line, int Column, string Found);
