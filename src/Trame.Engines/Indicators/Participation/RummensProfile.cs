namespace Trame.Engines.Indicators.Participation;

/// <summary>The profile of a participatory process over its framework conditions: side by side, never added up.</summary>
/// <remarks>Conditions: inclusivity; openness and transparency; equal chances to take part; power kept small and made visible (Rummens, cited in TEF n° 9, 2010), with time and training.
/// A condition that is declared without evidence is told apart; one that participants or a measure contest is contested, whatever the organiser shows. O(points).</remarks>
public static class RummensProfile
{
    /// <summary>The profile: the five conditions, in their order.</summary>
    /// <param name="points">The checklist as it was filled.</param>
    public static IReadOnlyList<ConditionProfile> Of(IReadOnlyList<ConditionPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return [.. Enum.GetValues<ParticipationCondition>().Select(condition => One(condition, [.. points.Where(p => p.Condition == condition)]))];
    }

    private static ConditionProfile One(ParticipationCondition condition, ConditionPoint[] points)
    {
        var (shown, contested) = (points.Count(IsShown), points.Count(p => p.IsContested));
        var standing = contested > 0 ? ConditionStanding.Contested
            : points.Any(p => p.IsMet == false) ? ConditionStanding.NotMet
            : points.All(p => p.IsMet is null) ? ConditionStanding.Unsaid
            : shown == points.Length ? ConditionStanding.Evidenced : ConditionStanding.DeclaredOnly;
        return new(condition, standing, points.Length, shown, contested);
    }

    private static bool IsShown(ConditionPoint point) => point.IsMet == true && !string.IsNullOrWhiteSpace(point.Evidence);
}
