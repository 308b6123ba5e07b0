namespace Trame.Act.Shifts;

/// <summary>What somebody has this week: where they are, how long, and what they cannot do without.</summary>
/// <param name="Commune">Its short name; empty: anywhere here.</param>
/// <param name="Minutes">The most they have; null: it does not matter.</param>
/// <param name="Sitting">They need to sit.</param>
public sealed record WeekQuestion(string Commune, int? Minutes, bool NoCar, bool WithChild, bool Sitting)
{
    public static readonly IReadOnlyList<int> MinuteChoices = [60, 120, 180, 300];
}
