namespace Trame.Registers.Sources;

/// <summary>What is compared of a place to tell whether two records are one. Nothing about anybody.</summary>
/// <param name="Key">Its own, to find it again.</param>
public sealed record PlaceCard(string Key, string Name)
{
    public string Address { get; init; } = "";

    public string PostalCode { get; init; } = "";

    /// <summary>The commune, by any key that is the same on both sides.</summary>
    public string Area { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Siret { get; init; } = "";

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }
}
