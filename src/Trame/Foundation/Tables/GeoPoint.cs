namespace Trame.Foundation.Tables;

/// <summary>A point in degrees, WGS 84: latitude in [-90, 90], longitude in [-180, 180].</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude);
