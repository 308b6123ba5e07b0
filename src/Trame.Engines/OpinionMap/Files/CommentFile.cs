namespace Trame.Engines.OpinionMap.Files;

/// <summary>Statements read from a file, or why they could not be.</summary>
/// <param name="Comments">As they stand in the file. Empty when there is a problem.</param>
/// <param name="Problem">The first thing that is wrong, null when all is well.</param>
public sealed record CommentFile(IReadOnlyList<Comment> Comments, VoteFileProblem? Problem);
