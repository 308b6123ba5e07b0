namespace Trame.Foundation.Geo;

/// <summary>A Lambert conformal conic projection, between metres and radians on its own ellipsoid.</summary>
/// <remarks>
/// Institut géographique national, <i>Projection cartographique conique conforme de Lambert</i>, note technique NT/G 71 (1995): ALG0001 and ALG0002
/// (isometric latitude and back), ALG0003 and ALG0004 (projection and back). RGF93 and WGS 84 agree to about a metre: no change of datum is made.
/// </remarks>
/// <param name="N">Exponent of the projection.</param>
/// <param name="C">Constant of the projection, in metres.</param>
/// <param name="PoleX">Easting of the pole, in metres.</param>
/// <param name="PoleY">Northing of the pole, in metres.</param>
/// <param name="Meridian">Central meridian, in radians.</param>
/// <param name="Eccentricity">First eccentricity of the ellipsoid.</param>
public sealed record LambertConic(double N, double C, double PoleX, double PoleY, double Meridian, double Eccentricity)
{
    /// <summary>Lambert-93 (EPSG:2154): GRS 80, parallels 44° and 49°, origin 46.5° N 3° E at (700,000, 6,600,000). NT/G 71, table of constants.</summary>
    public static LambertConic Lambert93 { get; } = new(0.7256077650532670, 11754255.4261, 700000, 12655612.0499, 3 * Math.PI / 180, 0.0818191910428158);

    /// <summary>ALG0004.</summary>
    public (double Longitude, double Latitude) ToGeographic(double x, double y)
    {
        var radius = double.Hypot(x - PoleX, y - PoleY);
        var angle = Math.Atan((x - PoleX) / (PoleY - y));
        return (Meridian + angle / N, LatitudeOf(-Math.Log(radius / C) / N));
    }

    /// <summary>ALG0003.</summary>
    public (double X, double Y) ToPlane(double longitude, double latitude)
    {
        var sine = Eccentricity * Math.Sin(latitude);
        var isometric = Math.Log(Math.Tan(Math.PI / 4 + latitude / 2) * Math.Pow((1 - sine) / (1 + sine), Eccentricity / 2));
        var radius = C * Math.Exp(-N * isometric);
        var angle = N * (longitude - Meridian);
        return (PoleX + radius * Math.Sin(angle), PoleY - radius * Math.Cos(angle));
    }

    // ALG0002: a fixed point, ten digits gained every three rounds at these eccentricities; twelve rounds reach the last bit.
    private double LatitudeOf(double isometric)
    {
        var exponential = Math.Exp(isometric);
        var latitude = 2 * Math.Atan(exponential) - Math.PI / 2;
        for (var round = 0; round < 12; round++)
        {
            var sine = Eccentricity * Math.Sin(latitude);
            latitude = 2 * Math.Atan(Math.Pow((1 + sine) / (1 - sine), Eccentricity / 2) * exponential) - Math.PI / 2;
        }
        return latitude;
    }
}
