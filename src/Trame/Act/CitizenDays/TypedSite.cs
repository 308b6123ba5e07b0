using System.Globalization;
using Trame.Foundation.Text;

namespace Trame.Act.CitizenDays;

/// <summary>A worksite as a form sends it, and back: « peinture : 2, maçonnerie » for its skills, words between commas for its languages.</summary>
public sealed record TypedSite(string SiteName, string Least, string Most, SiteText About, string Skills, string Languages, IReadOnlyList<string> Access)
{
    public static TypedSite Of(Worksite site) => new(site.Name, Number(site.Least), Number(site.Most), site.About,
        string.Join(", ", site.Asks.Skills.Select(s => $"{s.Skill} : {s.Count}")), string.Join(", ", site.Asks.Languages), site.Asks.Access);

    public int? LeastPeople => Count(Least.Trim().Length == 0 ? "0" : Least);

    public int? MostPeople => Count(Most);

    public SiteAsks Asks => new(
        [.. Words(Skills).Select(Skill).GroupBy(s => s.Skill, StringComparer.OrdinalIgnoreCase).Select(g => new SkillNeed(g.Key, g.Sum(s => s.Count)))],
        [.. Words(Languages).Select(w => w.ToLowerInvariant()).Distinct()], [.. SiteAsks.Words.Where(Access.Contains)]);

    // « peinture : deux » is a skill of one with a strange name rather than a number lost: zero is refused by the worksite.
    private static SkillNeed Skill(string typed)
    {
        var colon = typed.LastIndexOf(':');
        return colon < 0 ? new(typed.ToLowerInvariant(), 1) : new(typed[..colon].Trim().ToLowerInvariant(), Count(typed[(colon + 1)..]) ?? 0);
    }

    private static IEnumerable<string> Words(string typed) => typed.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(w => !Blank.Is(w)).Take(20);

    private static int? Count(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
