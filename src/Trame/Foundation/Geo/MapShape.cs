using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>A territory to draw.</summary>
/// <param name="Shape">Polygon or multipolygon in degrees; an empty one is drawn as nothing and keeps its row in the table.</param>
public sealed record MapShape(string Id, string Label, Geometry Shape, bool IsApproximate = false);
