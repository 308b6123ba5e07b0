namespace Trame.Foundation.Geo;

/// <summary>A place on Earth in WGS 84 degrees. Holds: both are finite, longitude in [-180, 180], latitude in [-90, 90].</summary>
public readonly record struct GeoPoint
{
    public double Longitude { get; }
    public double Latitude { get; }

    /// <exception cref="ArgumentOutOfRangeException">A coordinate is outside its bounds or not a number.</exception>
    public GeoPoint(double longitude, double latitude)
    {
        if (!(longitude is >= -180 and <= 180)) throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "Longitude goes from -180 to 180 degrees.");
        if (!(latitude is >= -90 and <= 90)) throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "Latitude goes from -90 to 90 degrees.");
        (Longitude, Latitude) = (longitude, latitude);
    }

    /// <summary>The point, or null when the pair is not on Earth.</summary>
    public static GeoPoint? Of(double longitude, double latitude) =>
        longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90 ? new GeoPoint(longitude, latitude) : null;
}
