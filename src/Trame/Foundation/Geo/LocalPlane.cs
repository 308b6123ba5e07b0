using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Trame.Foundation.Geo;

/// <summary>Metres around a place: the local equirectangular plane, x = R cos φ₀ (λ - λ₀), y = R (φ - φ₀).</summary>
/// <remarks>Fit for a territory (a department: lengths within about 1 %), not for a continent; does not cross the 180th meridian.</remarks>
public sealed class LocalPlane
{
    /// <summary>Metres per degree of latitude on the mean sphere (IUGG mean radius, 6,371,008.8 m).</summary>
    public const double MetresPerDegree = GeoDistance.EarthRadiusMetres * Math.PI / 180;

    private readonly GeoPoint _origin;
    private readonly double _metresPerDegreeEast;

    public LocalPlane(GeoPoint origin)
    {
        _origin = origin;
        _metresPerDegreeEast = MetresPerDegree * Math.Max(Math.Cos(origin.Latitude * Math.PI / 180), 1e-6); // at a pole, still a plane
    }

    /// <summary>The plane at the middle of these bounds, in degrees.</summary>
    public static LocalPlane At(Envelope degrees) => new(new GeoPoint(degrees.Centre.X, degrees.Centre.Y));

    public Coordinate ToMetres(Coordinate degrees) =>
        new((degrees.X - _origin.Longitude) * _metresPerDegreeEast, (degrees.Y - _origin.Latitude) * MetresPerDegree);

    public Coordinate ToMetres(GeoPoint point) => ToMetres(new Coordinate(point.Longitude, point.Latitude));

    public Coordinate ToDegrees(Coordinate metres) =>
        new(metres.X / _metresPerDegreeEast + _origin.Longitude, metres.Y / MetresPerDegree + _origin.Latitude);

    public Geometry ToMetres(Geometry degrees) => Mapped(degrees, ToMetres);

    public Geometry ToDegrees(Geometry metres) => Mapped(metres, ToDegrees);

    private static Geometry Mapped(Geometry geometry, Func<Coordinate, Coordinate> map) =>
        new GeometryEditor(GeoFactory.Wgs84).Edit(geometry, new EachPosition(map));

    private sealed class EachPosition(Func<Coordinate, Coordinate> map) : GeometryEditor.CoordinateOperation
    {
        public override Coordinate[] Edit(Coordinate[] coordinates, Geometry geometry) => Array.ConvertAll(coordinates, c => map(c));
    }
}
