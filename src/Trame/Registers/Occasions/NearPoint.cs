using Trame.Foundation.Geo;

namespace Trame.Registers.Occasions;

/// <summary>Near what: a territory by its short name, or a point.</summary>
public sealed record NearPoint(string? Slug, GeoPoint? Point);
