namespace Trame.Engines.Opportunities.Worksites;

/// <summary>What a site lacks.</summary>
/// <param name="Site">Its number.</param>
/// <param name="People">People under its least.</param>
/// <param name="Skills">Needs of skills that nobody fills.</param>
public sealed record WorksiteLack(int Site, int People, int Skills);
