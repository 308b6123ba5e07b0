namespace Trame.Engines.Indicators.Areas;

/// <summary>An area between its limits.</summary>
/// <param name="Rate">Events per exposure.</param>
/// <param name="Low95">95 % of the areas with the common rate and this exposure are above this with (half of the rest below).</param>
/// <param name="High95">And below this.</param>
/// <param name="Low998">The same for 99.8 %.</param>
/// <param name="High998">The same for 99.8 %.</param>
/// <param name="P">Chance of a count at least as far from the common rate, both sides.</param>
/// <param name="Q">That chance, corrected for the number of areas (Benjamini and Hochberg 1995): to keep those at most q is to be wrong for a share q of them.</param>
public sealed record FunnelPoint(double Rate, double Low95, double High95, double Low998, double High998, double P, double Q);
