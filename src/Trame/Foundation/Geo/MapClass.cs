namespace Trame.Foundation.Geo;

/// <summary>One entry of a choropleth's legend.</summary>
/// <param name="Ramp">1 (lightest) to 4 (darkest) on the ramp; 0 for the other kinds.</param>
/// <param name="From">Smallest value that the legend announces, included; 0 for the other kinds.</param>
/// <param name="To">Greatest value that the legend announces; null when the class is open upwards ("6 et plus").</param>
/// <param name="IsToIncluded">False: the class stops just before <paramref name="To"/> ("de 1,5 à moins de 3").</param>
/// <param name="Count">Territories in the class.</param>
public sealed record MapClass(MapClassKind Kind, int Ramp, double From, double? To, bool IsToIncluded, int Count);
