namespace Trame.Foundation.Geo;

/// <summary>Something to show on a map that may have to be counted with its neighbours.</summary>
public readonly record struct GridPoint(string Id, GeoPoint At);
