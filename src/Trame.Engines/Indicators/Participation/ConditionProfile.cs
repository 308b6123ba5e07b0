namespace Trame.Engines.Indicators.Participation;

/// <summary>A condition in the profile of a process.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Points">How many points were asked.</param>
/// <param name="Evidenced">How many are met and shown.</param>
/// <param name="Contested">How many are contested.</param>
public sealed record ConditionProfile(ParticipationCondition Condition, ConditionStanding Standing, int Points, int Evidenced, int Contested);
