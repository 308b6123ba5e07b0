namespace Trame.Act.CitizenDays;

/// <summary>« peinture : 2 »: how many people who know how.</summary>
public sealed record SkillNeed(string Skill, int Count);
