using Trame.Foundation.Geo;

namespace Trame.Registers.Occasions;

/// <summary>An occasion on a map.</summary>
public sealed record OccasionPoint(Guid Id, OccasionKind Kind, string Name, string Slug, GeoPoint At);
