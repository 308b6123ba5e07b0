namespace Trame.Engines.OpinionMap.Files;

/// <summary>Votes read from a file, or why they could not be.</summary>
/// <param name="Votes">In the order in which they were cast when <paramref name="HasTimes"/>, else as they stand. Empty when there is a problem.</param>
/// <param name="HasTimes">Whether the file was in the long form, with times.</param>
/// <param name="Ignored">Columns that are neither known nor statements.</param>
/// <param name="Problem">The first thing that is wrong, null when all is well.</param>
public sealed record VoteFile(IReadOnlyList<Vote> Votes, bool HasTimes, IReadOnlyList<string> Ignored, VoteFileProblem? Problem);
