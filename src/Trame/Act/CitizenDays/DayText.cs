namespace Trame.Act.CitizenDays;

/// <summary>What is said of a citizen day, each in a sentence or two.</summary>
public sealed record DayText(string Lead, string MeetingPoint, string Meal, string Children, string Insurance, string RainPlan, string FollowUp)
{
    public static readonly DayText Empty = new("", "", "", "", "", "", "");

    /// <summary>All of them, with the keys of their labels.</summary>
    public IReadOnlyList<(string Label, string Text)> Parts =>
    [
        ("days.lead", Lead), ("days.meeting", MeetingPoint), ("days.meal", Meal), ("days.children", Children), ("days.insurance", Insurance), ("days.rain", RainPlan), ("days.follow-up", FollowUp),
    ];

    /// <summary>What a good day has thought of and this one does not say yet.</summary>
    public IEnumerable<string> Missing => Parts.Skip(1).Where(p => p.Text.Length == 0).Select(p => p.Label);
}
