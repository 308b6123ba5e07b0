namespace Trame.Registers.Territories;

/// <summary>A code of a scheme (insee, siren, nis5, iris, qpv, ...). One code of a scheme names one territory.</summary>
public sealed class TerritoryCode
{
    public required string Scheme { get; init; }
    public required string Value { get; init; }
    public Guid TerritoryId { get; init; }
}
