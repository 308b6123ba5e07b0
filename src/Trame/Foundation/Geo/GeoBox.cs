namespace Trame.Foundation.Geo;

/// <summary>Bounds in degrees. West is greater than east when the box crosses the 180th meridian: query its <see cref="Parts"/>.</summary>
public readonly record struct GeoBox(double West, double South, double East, double North)
{
    public bool CrossesAntimeridian => West > East;

    /// <summary>The box itself, or its two halves on either side of the 180th meridian.</summary>
    public IReadOnlyList<GeoBox> Parts => CrossesAntimeridian ? [this with { East = 180 }, this with { West = -180 }] : [this];

    public bool Contains(GeoPoint point) =>
        point.Latitude >= South && point.Latitude <= North
        && (CrossesAntimeridian ? point.Longitude >= West || point.Longitude <= East : point.Longitude >= West && point.Longitude <= East);

    /// <summary>The smallest box that holds the disc of this radius; a disc that reaches a pole takes every longitude.</summary>
    /// <remarks>Bounding longitudes of a circle on a sphere: Δλ = asin(sin r / cos φ), r the angular radius.</remarks>
    public static GeoBox Around(GeoPoint centre, double radiusMetres)
    {
        if (!(radiusMetres >= 0)) throw new ArgumentOutOfRangeException(nameof(radiusMetres), radiusMetres, "A radius is zero or more.");
        var angle = radiusMetres / GeoDistance.EarthRadiusMetres;
        var degrees = angle * 180 / Math.PI;
        var (south, north) = (centre.Latitude - degrees, centre.Latitude + degrees);
        if (south <= -90 || north >= 90) return new GeoBox(-180, Math.Max(south, -90), 180, Math.Min(north, 90));

        var width = Math.Asin(Math.Min(1, Math.Sin(angle) / Math.Cos(centre.Latitude * Math.PI / 180))) * 180 / Math.PI;
        return new GeoBox(Wrapped(centre.Longitude - width), south, Wrapped(centre.Longitude + width), north);
    }

    private static double Wrapped(double longitude) => longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;
}
