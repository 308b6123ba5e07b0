namespace Trame.Registers.Territories;

/// <summary>Territories ready to be written, parents before children, and the one the space is about.</summary>
public sealed record TerritoryPlan(Territory About, IReadOnlyList<Territory> All, string Department);
