using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>A feature that can be used: WGS 84 longitude and latitude in degrees, valid, rings closed and turned as RFC 7946 asks.</summary>
/// <param name="Properties">As text: numbers and nested values as the file writes them; null values are left out.</param>
public sealed record GeoFeature(int Index, int Line, Geometry Geometry, IReadOnlyDictionary<string, string> Properties) : GeoItem(Index, Line)
{
    /// <summary>The feature's own <c>id</c> member, when it has one.</summary>
    public string? Id { get; init; }

    /// <summary>What had to be mended to make the geometry usable; empty when nothing was.</summary>
    public IReadOnlyList<GeoNote> Repairs { get; init; } = [];
}
