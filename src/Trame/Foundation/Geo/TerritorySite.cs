using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>A territory to draw or to find: its code, its centroid, and its contour in degrees when it is known.</summary>
public sealed record TerritorySite(string Code, GeoPoint Centroid, Geometry? Contour = null);
