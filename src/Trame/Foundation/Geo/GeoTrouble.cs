namespace Trame.Foundation.Geo;

/// <summary>Why a geometry cannot be used; becomes a <see cref="GeoError"/> once the feature is known.</summary>
internal sealed record GeoTrouble(string TextKey, string Path, int Line, params IReadOnlyList<object> More);
