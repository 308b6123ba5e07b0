using Trame.Foundation.Geo;
using Trame.Registers.Territories;

namespace Trame.Registers.Occasions;

/// <summary>Where a search looks: the territory, the rounds from elsewhere that stop there, the centre and its name, the radius in metres, the organisation.</summary>
public sealed record SearchPlaces((Guid Id, TerritoryKind Kind)? Territory, string? TerritoryName, GeoPoint? Centre, string? CentreName, double? RadiusMetres, Guid? OrganisationId, string? OrganisationName)
{
    /// <summary>Occasions that stand outside the territory and stop in it.</summary>
    public IReadOnlyList<Guid> StopHere { get; init; } = [];

    public static readonly SearchPlaces None = new(null, null, null, null, null, null, null);
}
