namespace Trame.Engines.OpinionMap;

/// <summary>A group of people who vote alike.</summary>
/// <param name="Id">From 0; the largest first in the robust method, as they were found in the reference.</param>
/// <param name="Size">People placed in it.</param>
/// <param name="Representative">Statements that tell it from the others.</param>
public sealed record OpinionGroup(int Id, int Size, IReadOnlyList<StatementView> Representative);
