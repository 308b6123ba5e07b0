namespace Trame.Engines.Indicators.Participation;

/// <summary>One point of the checklist of a process.</summary>
/// <param name="Condition">The condition it is about.</param>
/// <param name="IsMet">What the organiser says; null: nothing.</param>
/// <param name="Evidence">What shows it (a document, a date, a measure), or null.</param>
/// <param name="IsContested">Whether participants, or a measure (a panel further than a draw, a speech held by few), say otherwise.</param>
public sealed record ConditionPoint(ParticipationCondition Condition, bool? IsMet, string? Evidence = null, bool IsContested = false);
