namespace Trame.Foundation.Geo;

/// <summary>The territory found for a point.</summary>
/// <param name="IsApproximate">True when no contour holds the point and the nearest centroid was taken: the screen says so.</param>
/// <param name="DistanceMetres">To that centroid; 0 when a contour holds the point.</param>
public sealed record LocatedTerritory(string Code, bool IsApproximate, double DistanceMetres);
