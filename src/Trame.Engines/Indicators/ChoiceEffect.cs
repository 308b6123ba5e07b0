namespace Trame.Engines.Indicators;

/// <summary>What a choice does to the mean shift in ranks (Sobol 1993; Homma and Saltelli 1996).</summary>
/// <param name="Kind">The choice.</param>
/// <param name="Options">How many options it has; 0: a continuum.</param>
/// <param name="First">Share of the variance that goes when it alone is settled; null when nothing varies.</param>
/// <param name="Total">Share that stays when all others are settled: with what it does together with them.</param>
/// <param name="FirstError">Standard error of the draws; 0 when every combination was computed.</param>
/// <param name="TotalError">The same.</param>
public sealed record ChoiceEffect(ChoiceKind Kind, int Options, double? First, double? Total, double FirstError, double TotalError);
