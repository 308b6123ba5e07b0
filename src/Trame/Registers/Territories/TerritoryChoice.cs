namespace Trame.Registers.Territories;

/// <summary>What a space is about, by its official code.</summary>
/// <param name="Kind">Country (all of France), department, intercommunality (SIREN) or commune (INSEE).</param>
public sealed record TerritoryChoice(TerritoryKind Kind, string Code)
{
    public static readonly TerritoryChoice France = new(TerritoryKind.Country, "FR");

    public static TerritoryChoice Intercommunality(string siren) => new(TerritoryKind.Intercommunality, siren.Replace(" ", "", StringComparison.Ordinal));

    public static TerritoryChoice Commune(string insee) => new(TerritoryKind.Commune, insee.Trim().ToUpperInvariant());

    public static TerritoryChoice Department(string code) => new(TerritoryKind.Department, code.Trim().ToUpperInvariant());
}
