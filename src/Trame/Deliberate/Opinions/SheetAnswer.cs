namespace Trame.Deliberate.Opinions;

/// <summary>What an entry of a sheet gave.</summary>
/// <param name="Counts">Two entries agree: it counts.</param>
/// <param name="Differs">Statements on which it differs from the entry before.</param>
public sealed record SheetAnswer(bool Counts, IReadOnlyList<int> Differs);
