using NetTopologySuite.Geometries;

namespace Trame.Registers.Territories;

/// <summary>A commune as a file of somebody's own tells it.</summary>
/// <param name="Scheme">nis5 for Belgium, insee for France.</param>
public sealed record CommuneLine(int Line, string Scheme, string Code, string Name, int? Population, int? Year, double? Latitude, double? Longitude, Geometry? Contour);
