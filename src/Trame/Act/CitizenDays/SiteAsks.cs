namespace Trame.Act.CitizenDays;

/// <summary>What a worksite needs of people and offers them.</summary>
/// <param name="Skills">People who know how, at least.</param>
/// <param name="Languages">Languages spoken there; none said: any.</param>
/// <param name="Access">Of <see cref="Words"/>: what it offers to who needs it.</param>
public sealed record SiteAsks(IReadOnlyList<SkillNeed> Skills, IReadOnlyList<string> Languages, IReadOnlyList<string> Access)
{
    public static readonly SiteAsks None = new([], [], []);

    /// <summary>Needs that a site can meet and a person can say.</summary>
    public static readonly IReadOnlyList<string> Words = ["step-free", "seated", "shade", "toilets", "quiet"];
}
