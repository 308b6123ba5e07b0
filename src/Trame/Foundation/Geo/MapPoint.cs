namespace Trame.Foundation.Geo;

/// <summary>A place to draw.</summary>
public sealed record MapPoint(string Id, string Label, GeoPoint At);
