namespace Trame.Engines.Indicators.Areas;

/// <summary>Whether and when the rate of an area changed.</summary>
/// <param name="At">First period after the likeliest change, from 1; 0 when nothing can be told (no event, one period).</param>
/// <param name="Before">Rate before it.</param>
/// <param name="After">Rate from it on.</param>
/// <param name="P">Chance of as much of a change somewhere when there is none.</param>
/// <param name="Q">That chance corrected for the number of areas (Benjamini and Hochberg 1995).</param>
public sealed record AreaChange(int At, double Before, double After, double P, double Q);
