namespace Trame.Engines.Opportunities;

/// <summary>A point of the map (WGS 84).</summary>
/// <param name="Latitude">Degrees, in [−90, 90].</param>
/// <param name="Longitude">Degrees, in [−180, 180].</param>
public readonly record struct GeoSpot(double Latitude, double Longitude)
{
    private const double Radius = 6371008.8, Degree = Math.PI / 180;

    /// <summary>Metres as the crow flies, on the plane tangent to the sphere halfway: below 0.1 % of error within 100 km.</summary>
    public double MetresTo(GeoSpot other)
    {
        var x = (other.Longitude - Longitude) * Degree * Math.Cos((Latitude + other.Latitude) * Degree / 2);
        var y = (other.Latitude - Latitude) * Degree;
        return Radius * Math.Sqrt(x * x + y * y);
    }
}
