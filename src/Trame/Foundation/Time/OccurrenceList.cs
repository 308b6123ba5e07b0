namespace Trame.Foundation.Time;

/// <summary>Occurrences in order. CutShort: the work allowed ran out before the end of the range, there may be more.</summary>
public sealed record OccurrenceList(IReadOnlyList<Occurrence> Items, bool CutShort);
