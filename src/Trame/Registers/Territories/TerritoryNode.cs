namespace Trame.Registers.Territories;

/// <summary>A territory as everyone needs it, without its contour.</summary>
public sealed record TerritoryNode(Guid Id, TerritoryKind Kind, string Name, string Slug, Guid? ParentId, int? Population, int? PopulationYear, string? PopulationSource,
    double? Latitude, double? Longitude, bool HasContour, IReadOnlyDictionary<string, string> Codes, IReadOnlyList<string> PostalCodes)
{
    /// <summary>Its INSEE or NIS5 code when it is a commune, its SIREN when it is an intercommunality; empty when it has none.</summary>
    public string Code => ((string[])["insee", "nis5", "siren", "insee-departement", "insee-region", "iso-3166"]).Select(s => Codes.GetValueOrDefault(s)).FirstOrDefault(c => c is not null) ?? Codes.Values.FirstOrDefault("");
}
