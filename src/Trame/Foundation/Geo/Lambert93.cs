namespace Trame.Foundation.Geo;

/// <summary>RGF93 / Lambert-93 (EPSG:2154), the metres in which French public bodies write positions.</summary>
public static class Lambert93
{
    /// <summary>Degrees of WGS 84, or null outside the bounds of use.</summary>
    public static GeoPoint? ToDegrees(double easting, double northing)
    {
        if (easting is not (>= -400_000 and <= 1_350_000) || northing is not (>= 6_000_000 and <= 7_250_000)) return null;
        var (longitude, latitude) = LambertConic.Lambert93.ToGeographic(easting, northing);
        return GeoPoint.Of(longitude * 180 / Math.PI, latitude * 180 / Math.PI);
    }
}
