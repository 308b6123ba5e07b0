namespace Trame.Engines.OpinionMap.Reference;

/// <summary>A statement that tells a group from the others.</summary>
/// <param name="Comment">Number of the statement.</param>
/// <param name="IsAgree">Whether the group is told by its agreement, else by its disagreement.</param>
/// <param name="Side">The figures of that side.</param>
/// <param name="IsBestAgree">Whether it was put first as what the group agrees on most.</param>
public sealed record RepresentativeStatement(long Comment, bool IsAgree, SideStatistics Side, bool IsBestAgree);
