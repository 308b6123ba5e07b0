namespace Trame.Engines.Cooperation.Forms;

/// <summary>Whether the conditions of a cooperation are met before anyone signs: advice to people, never a gate.</summary>
/// <param name="IsReady">Yes when the three conditions and one motive at least are there; no when one condition or both motives are not; else null.</param>
/// <param name="Absent">What was answered no.</param>
/// <param name="NotKnown">What was not answered.</param>
public sealed record CooperationReadiness(bool? IsReady, IReadOnlyList<ReadinessQuestion> Absent, IReadOnlyList<ReadinessQuestion> NotKnown)
{
    private static readonly ReadinessQuestion[] Conditions = [ReadinessQuestion.GeographicProximity, ReadinessQuestion.CulturalProximity, ReadinessQuestion.ComplementaryActivities];
    private static readonly ReadinessQuestion[] Motives = [ReadinessQuestion.CommonInterest, ReadinessQuestion.CommunityOfFate];

    /// <param name="answers">Yes or no to some of the questions.</param>
    public static CooperationReadiness Of(IReadOnlyDictionary<ReadinessQuestion, bool> answers)
    {
        bool? Said(ReadinessQuestion question) => answers.TryGetValue(question, out var answer) ? answer : null;
        bool? ready = Conditions.Any(c => Said(c) == false) || Motives.All(m => Said(m) == false) ? false
            : Conditions.All(c => Said(c) == true) && Motives.Any(m => Said(m) == true) ? true : null;
        ReadinessQuestion[] all = [.. Conditions, .. Motives];
        return new(ready, [.. all.Where(q => Said(q) == false)], [.. all.Where(q => Said(q) is null)]);
    }
}
