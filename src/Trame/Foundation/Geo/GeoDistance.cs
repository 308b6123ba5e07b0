namespace Trame.Foundation.Geo;

/// <summary>Distances as the crow flies.</summary>
public static class GeoDistance
{
    /// <summary>IUGG mean radius R₁ of the Earth (Moritz 2000, "Geodetic Reference System 1980").</summary>
    public const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Great-circle distance on the mean sphere by the haversine formula (Sinnott 1984); within 0.6 % of the ellipsoid.</summary>
    public static double Metres(GeoPoint a, GeoPoint b)
    {
        var (latitudeA, latitudeB) = (Radians(a.Latitude), Radians(b.Latitude));
        var north = Math.Sin((latitudeB - latitudeA) / 2);
        var east = Math.Sin(Radians(b.Longitude - a.Longitude) / 2);
        var haversine = north * north + Math.Cos(latitudeA) * Math.Cos(latitudeB) * east * east;
        return 2 * EarthRadiusMetres * Math.Asin(Math.Sqrt(Math.Min(1, haversine))); // rounding may pass 1 at the antipodes
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
