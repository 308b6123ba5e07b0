namespace Trame.Act.CitizenDays;

/// <summary>What is said of a worksite. <paramref name="Leader"/> is a first name or a role, chosen for know-how, given with that person's accord.</summary>
public sealed record SiteText(string What, string MeetingPoint, string Leader, string Tools, string Safety, string Continues)
{
    public static readonly SiteText Empty = new("", "", "", "", "", "");

    public IReadOnlyList<(string Label, string Text)> Parts =>
        [("days.site.what", What), ("days.site.meeting", MeetingPoint), ("days.site.leader", Leader), ("days.site.tools", Tools), ("days.site.safety", Safety), ("days.site.continues", Continues)];
}
