using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>How a GeoJSON file is read.</summary>
public sealed record GeoReadOptions
{
    // Rough boxes (west, east, south, north), only used to tell a reversed pair from an unusual place.
    private static readonly Envelope[] FranceAndBelgium =
    [
        new(-5.5, 9.8, 41.0, 51.6),                                 // mainland France, Corsica, Belgium
        new(-63.3, -60.7, 14.3, 18.2), new(-54.7, -51.5, 2.0, 5.9), // Antilles, Guyane
        new(55.1, 55.9, -21.5, -20.8), new(44.9, 45.4, -13.1, -12.5), // La Réunion, Mayotte
        new(-56.5, -56.0, 46.7, 47.2),                              // Saint-Pierre-et-Miquelon
        new(-155.0, -134.0, -28.0, -7.5), new(163.0, 168.5, -23.0, -19.0), new(-178.5, -176.0, -14.5, -13.0), // Pacific
    ];

    public static GeoReadOptions Default { get; } = new();

    /// <summary>Latitude and longitude that are plainly reversed are put right and noted, instead of being refused.</summary>
    public bool PutReversedRight { get; init; }

    /// <summary>A feature whose geometry is null is one that nobody knows where to put (RFC 7946, 3.2): it is read with an empty point, instead of being refused.</summary>
    public bool TakeUnlocated { get; init; }

    /// <summary>No feature may be longer than this, in bytes: with it, a 200 MB file never needs three times its size in memory.</summary>
    public int MaxFeatureBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Where the coordinates are expected. A feature elsewhere is accepted, unless reversing it would bring it here.</summary>
    public IReadOnlyList<Envelope> Expected { get; init; } = FranceAndBelgium;
}
