using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Trame.Foundation.Geo;

/// <summary>Makes geometries in degrees, and gives polygons the form that RFC 7946 asks for.</summary>
public static class GeoFactory
{
    /// <summary>WGS 84 degrees (SRID 4326), longitude first.</summary>
    public static GeometryFactory Wgs84 { get; } = new(new PrecisionModel(), 4326);

    /// <summary>The polygons of a geometry, as one Polygon or one MultiPolygon; points and lines are left out.</summary>
    public static Geometry Polygonal(Geometry geometry)
    {
        if (geometry is Polygon or MultiPolygon) return geometry;
        var polygons = PolygonExtracter.GetPolygons(geometry).Cast<Polygon>().Where(p => !p.IsEmpty).ToArray();
        return polygons.Length == 1 ? polygons[0] : geometry.Factory.CreateMultiPolygon(polygons);
    }

    /// <summary>Shells counterclockwise, holes clockwise (RFC 7946, 3.1.6).</summary>
    public static Geometry Turned(Geometry polygonal) => polygonal switch
    {
        Polygon { IsEmpty: false } polygon => polygon.Factory.CreatePolygon(
            Turned(polygon.Shell, clockwise: false), [.. polygon.Holes.Select(hole => Turned(hole, clockwise: true))]),
        MultiPolygon many => many.Factory.CreateMultiPolygon([.. many.Geometries.Cast<Polygon>().Select(p => (Polygon)Turned(p))]),
        _ => polygonal,
    };

    private static LinearRing Turned(LinearRing ring, bool clockwise) =>
        Area.OfRingSigned(ring.CoordinateSequence) > 0 == clockwise ? ring : (LinearRing)ring.Reverse();
}
