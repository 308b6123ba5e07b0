using System.Globalization;
using Trame.Foundation.Ui;

namespace Trame.Act.CitizenDays;

/// <summary>What a worksite asks and offers, in a line.</summary>
internal static class SiteWords
{
    public static string Told(this Worksite site, Texts texts) => string.Join(" · ", Parts(site, texts));

    private static IEnumerable<string> Parts(Worksite site, Texts texts)
    {
        yield return site.Least > 0 ? texts["days.site.between", site.Least, site.Most] : texts["days.site.at-most", site.Most];
        if (site.About.MeetingPoint.Length > 0) yield return site.About.MeetingPoint;
        if (site.About.Leader.Length > 0) yield return texts["days.site.led-by", site.About.Leader];
        foreach (var skill in site.Asks.Skills) yield return texts["days.site.skill", skill.Count.ToString(CultureInfo.InvariantCulture), skill.Skill];
        if (site.Asks.Languages.Count > 0) yield return string.Join(", ", site.Asks.Languages);
        foreach (var word in site.Asks.Access) yield return texts[$"days.access.{word}"];
    }
}
