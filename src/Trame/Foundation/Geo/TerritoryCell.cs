using NetTopologySuite.Geometries;

namespace Trame.Foundation.Geo;

/// <summary>What to draw for a territory, in degrees.</summary>
public sealed record TerritoryCell(string Code, Geometry Shape, CellOrigin Origin);
